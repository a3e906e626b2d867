import { type ExitCriterion, fieldProblem } from '../model/entities'
import type { BuiltInCriterion } from '../model/exit-criterion'
import { type Planned, planned, type Refused, refused } from '../triage/plan'
import { builtInKey, builtIns, type CriterionRow, mostDaysBack, type Terms } from './criteria'

const entity = 'exitCriterion'

/** Agrees on something else for a built-in criterion. What it was judged by until now stays with the days until now. */
export function setTerms(
  builtIn: BuiltInCriterion,
  standing: Terms,
  wanted: Partial<Terms>,
): Planned | Refused {
  const { title, threshold } = builtIns[builtIn]
  if (wanted.days !== undefined && !(Number.isInteger(wanted.days) && wanted.days >= 1))
    return refused('Say how many whole days, one at least.')
  if (wanted.days !== undefined && wanted.days > mostDaysBack)
    return refused(`No more than ${mostDaysBack} days can be looked back on.`)
  if (wanted.threshold !== undefined && !(wanted.threshold >= 0))
    return refused('Say a number, nought or more.')
  if (wanted.threshold !== undefined && threshold?.startsWith('Percent') && wanted.threshold > 100)
    return refused('No share is more than 100 %.')
  const fields = Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => standing[name as keyof Terms] !== value),
  )
  const label =
    wanted.applies === undefined
      ? `Exit criterion “${title}” changed`
      : `Exit criterion “${title}” ${wanted.applies ? 'taken up' : 'left out'}`
  if (Object.keys(fields).length === 0) return planned(label, [])
  return planned(label, [{ entity, key: builtInKey(builtIn), fields: { builtIn, ...fields } }])
}

export interface OwnText {
  readonly title: string
  readonly evidence: string
}

/** Writes down a criterion of the engagement's own, or words one anew. */
export function writeOwn(key: string, typed: OwnText, standing: CriterionRow | undefined): Planned | Refused {
  const title = typed.title.trim()
  if (title === '') return refused('Say what has to hold before hypercare ends.')
  if (fieldProblem(entity, 'title', title)) return refused('That is too long for one line.')
  const evidence = typed.evidence.trim() || null
  if (fieldProblem(entity, 'evidence', evidence)) return refused('The evidence is too long.')
  const wanted: ExitCriterion = { title, evidence }
  const fields = Object.fromEntries(
    Object.entries(wanted).filter(
      ([field, value]) => (standing?.values[field as keyof ExitCriterion] ?? null) !== value,
    ),
  )
  const label = `Exit criterion “${title}” ${standing ? 'changed' : 'written down'}`
  return planned(label, [{ entity, key, fields }])
}

/** Says whether an own criterion is met; null takes back what was said. */
export function setMet({ key, values }: CriterionRow, met: boolean | null): Planned {
  const words = met === null ? 'not told any more' : met ? 'met' : 'not met'
  return planned(`Exit criterion “${values.title ?? ''}”: ${words}`, [{ entity, key, fields: { met } }])
}

export function removeOwn({ key, values }: CriterionRow): Planned {
  return planned(`Exit criterion “${values.title ?? ''}” removed`, [
    { entity, key, fields: { removed: true } },
  ])
}
