import { builtInKey } from '../exit/criteria'
import type { BuiltInCriterion } from '../model/exit-criterion'
import type { Fields } from '../model/value'
import { lead, supportLead } from './cast'
import type { DemoIntent } from './issues'
import { type Calendar, hour } from './timing'

/** So many issues are what was agreed on for; a story of more of them allows more. */
const usualIssues = 600

/** What was agreed on with the sponsor before the go-live, where it is not the usual. */
function agreed(issues: number): readonly { readonly builtIn: BuiltInCriterion; readonly fields: Fields }[] {
  const allowed = (usual: number) => Math.max(usual, Math.ceil((usual * issues) / usualIssues))
  return [
    { builtIn: 'open-severe', fields: { threshold: allowed(4) } },
    { builtIn: 'arrivals', fields: { threshold: allowed(8) } },
    { builtIn: 'steady-state-alone', fields: { threshold: 60 } },
    { builtIn: 'clocks-kept', fields: { threshold: 85 } },
  ]
}

/**
 * Criteria of the exit, and one of the engagement's own that nobody measures but people.
 * @param issues of the whole story
 */
export function* exitCriteria(calendar: Calendar, issues = usualIssues): Generator<DemoIntent> {
  const at = calendar.goLiveAt - 72 * hour
  for (const { builtIn, fields } of agreed(issues)) {
    const key = builtInKey(builtIn)
    yield { entity: 'exitCriterion', key, fields: { builtIn, ...fields }, at, by: lead.name }
  }
  const own = { entity: 'exitCriterion', key: 'exit:billing-run' } as const
  const title = 'Two billing runs in a row without anybody from the project'
  yield { ...own, fields: { title, met: false }, at, by: lead.name }
  const evidence = 'The runs of both last Thursdays went through; the logs are with Billing Operations.'
  const told = Math.min(calendar.goLiveAt + 18 * 24 * hour + 9 * hour, calendar.now)
  yield { ...own, fields: { met: true, evidence }, at: told, by: supportLead.name }
}
