import type { Rescue } from '../model/issue'
import type { Instant } from '../model/value'
import { formatShortDay } from '../time/format'
import { dayOf } from '../time/zone'
import { classWords, statusWords } from '../triage/words'
import type { ExitPack, ListedIssue } from './exit-pack'
import { numberText } from './number-text'
import { bySeverityThenAge, nameOf, titleOf } from './pack-parts'
import { type IssueReading, isOpenNow, type Reading } from './reading'
import { counted } from './words'

/** How many issues a pack lists, and how much of their titles. */
const room = { issues: 5_000, title: 70 }

/** For a narrow column under “Resolved by”. */
const rescuers: Readonly<Record<Rescue, string>> = {
  'steady-state-alone': 'Steady-state',
  'steady-state-with-help': 'With help',
  'project-team': 'Project team',
}

/** Every issue of the engagement: the open ones first, then those that ended, each most severe first. */
export function issuesOf({ issues, open, zone }: Reading): ExitPack['issues'] {
  const ended = issues.filter((issue) => !isOpenNow(issue))
  const all = [...[...open].sort(bySeverityThenAge), ...ended.sort(bySeverityThenAge)]
  return {
    count: all.length,
    summary: `${counted(all.length, 'issue')}: ${numberText(open.length)} open, ${numberText(ended.length)} ended.`,
    lines: all.slice(0, room.issues).map((issue) => lineOf(issue, zone)),
  }
}

function lineOf({ row, now, raised, ended }: IssueReading, zone: string): ListedIssue {
  const { class: kind, rescue } = row.values
  return {
    key: nameOf(row),
    title: titleOf(row, room.title),
    severity: now.severity,
    kind: kind ? classWords[kind] : '',
    status: statusWords[now.status],
    raised: dayText(raised, zone),
    ended: ended === undefined ? '' : dayText(ended, zone),
    rescue: ended !== undefined && rescue ? rescuers[rescue] : '',
  }
}

/** Without the weekday, for which a long list has no room. */
function dayText(instant: Instant, zone: string): string {
  const day = dayOf(instant, zone)
  return `${formatShortDay(day)} ${day.slice(0, 4)}`
}
