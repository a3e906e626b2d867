import { fieldProblem, type TrainingAction } from '../model/entities'
import type { TrainingKind } from '../model/training-action'
import type { Fields, Instant } from '../model/value'
import { type Planned, planned, type Refused, refused } from '../triage/plan'
import type { QuestionCluster } from './clusters'
import { type TrainingActionRow, termsOf } from './effect'

export const trainingWords: Readonly<Record<TrainingKind, string>> = {
  session: 'Session',
  guide: 'Guide',
  tip: 'Tip',
}

/** A training action as somebody fills it in. */
export interface ActionForm {
  readonly title: string
  readonly kind: TrainingKind
  readonly component: string
  /** '' for every unit. */
  readonly unit: string
  readonly terms: readonly string[]
  readonly owner: string | null
  /** `2026-11-30`; '' for none. */
  readonly dueOn: string
  readonly note: string
}

const leads: Readonly<Record<TrainingKind, string>> = {
  session: 'Show',
  guide: 'Write a quick guide',
  tip: 'Tip of the day',
}

/** What can be done about a cluster; a session is for those who ask most. */
export function proposedAction(cluster: QuestionCluster, kind: TrainingKind): ActionForm {
  const title = cluster.issues[0]?.values.title ?? ''
  const [most] = cluster.units
  const isTheirs = most && most.unit !== '' && most.count * 2 > cluster.issues.length
  return {
    title: `${leads[kind]}: ${title}`,
    kind,
    component: cluster.component,
    unit: kind === 'session' && isTheirs ? most.unit : '',
    terms: cluster.terms,
    owner: null,
    dueOn: '',
    note: '',
  }
}

export function actionForm(row: TrainingActionRow): ActionForm {
  const { title, kind, component, unit, owner, dueOn, note } = row.values
  return {
    title: title ?? '',
    kind: kind ?? 'session',
    component: component ?? '',
    unit: unit ?? '',
    terms: termsOf(row),
    owner: owner ?? null,
    dueOn: dueOn ?? '',
    note: note ?? '',
  }
}

/** Writes an action, a new one or what has changed of it. @param key a fresh random key, or that of the row */
export function saveAction(
  key: string,
  standing: TrainingActionRow | undefined,
  form: ActionForm,
): Planned | Refused {
  const title = form.title.trim()
  if (title === '') return refused('Say what is to be done.')
  const values: TrainingAction = standing?.values ?? {}
  const wanted: Fields = {
    title,
    kind: form.kind,
    component: form.component.trim() || null,
    unit: form.unit.trim() || null,
    owner: form.owner,
    dueOn: form.dueOn || null,
    note: form.note.trim() || null,
  }
  const terms = new Set(form.terms)
  for (const term of standing ? termsOf(standing) : []) if (!terms.has(term)) wanted[`term:${term}`] = false
  for (const term of terms) wanted[`term:${term}`] = true
  const fields: Fields = {}
  for (const [field, value] of Object.entries(wanted)) {
    if ((values[field as keyof TrainingAction] ?? null) === value) continue
    if (fieldProblem('trainingAction', field, value))
      return refused('A text is too long, or the day is none.')
    fields[field] = value
  }
  const label = `${trainingWords[form.kind]} “${title.slice(0, 80)}” ${standing ? 'changed' : 'planned'}`
  return planned(label, [{ entity: 'trainingAction', key, fields }])
}

/** Done, or not after all. */
export function setDone(row: TrainingActionRow, doneAt: Instant | null): Planned {
  if ((row.values.doneAt ?? null) === doneAt) return planned('Nothing changed', [])
  const label = `“${(row.values.title ?? '').slice(0, 80)}” ${doneAt === null ? 'is not done after all' : 'is done'}`
  return planned(label, [{ entity: 'trainingAction', key: row.key, fields: { doneAt } }])
}

export function removeAction(row: TrainingActionRow): Planned {
  return planned(`Training action “${(row.values.title ?? '').slice(0, 80)}” removed`, [
    { entity: 'trainingAction', key: row.key, fields: { removed: true } },
  ])
}

/** Those that are there: what is to be done first, by day, then what is done, the latest first. */
export function actionsInOrder(rows: Iterable<TrainingActionRow>): TrainingActionRow[] {
  const never = '9999-12-31'
  return [...rows]
    .filter(({ values }) => values.removed !== true)
    .sort(
      (a, b) =>
        Number(a.values.doneAt != null) - Number(b.values.doneAt != null) ||
        (b.values.doneAt ?? 0) - (a.values.doneAt ?? 0) ||
        (a.values.dueOn ?? never).localeCompare(b.values.dueOn ?? never) ||
        (a.key < b.key ? -1 : 1),
    )
}

/** Whether an action of a cluster's component and words is there already. */
export function isAboutCluster(row: TrainingActionRow, { component, terms }: QuestionCluster): boolean {
  if ((row.values.component ?? '') !== component) return false
  const own = termsOf(row)
  return own.length > 0 && own.filter((term) => terms.includes(term)).length * 2 >= own.length
}
