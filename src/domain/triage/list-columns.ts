import { conflictingFields } from '../merge/apply'
import {
  channels,
  holdReasons,
  issueClasses,
  issueOrigins,
  issueStatuses,
  owningTeams,
  rescues,
  severities,
} from '../model/issue'
import type { Value } from '../model/value'
import { type IssueRow, raisedAt } from './as-of'
import {
  channelWords,
  classWords,
  holdReasonWords,
  originWords,
  rescueWords,
  severityWords,
  statusWords,
  teamWords,
} from './words'

/**
 * What the list of issues can show, filter by and sort by. Choices sort in the order of `choices`, which is
 * that of the work, people by their name, everything else by value; nothing always comes last.
 */
export interface ListColumn {
  readonly id: string
  readonly label: string
  readonly kind: 'text' | 'choice' | 'person' | 'number' | 'instant' | 'flag'
  readonly read: (row: IssueRow) => Value
  readonly choices?: readonly Value[]
  readonly words?: Readonly<Record<string | number, string>>
}

type FieldName = Exclude<keyof IssueRow['values'], `${string}:${string}`>

const field = (id: FieldName, label: string, kind: ListColumn['kind']): ListColumn => ({
  id,
  label,
  kind,
  read: (row) => row.values[id] ?? null,
})

const choice = (
  id: FieldName,
  label: string,
  choices: readonly Value[],
  words: Readonly<Record<string | number, string>>,
): ListColumn => ({ ...field(id, label, 'choice'), choices, words })

/** The key people call an issue by: the one given here, else the tracker's, else the row's own. */
export const calledKey = (row: IssueRow): string => row.values.shortKey || row.values.externalKey || row.key

export const listColumns: readonly ListColumn[] = [
  { id: 'key', label: 'Key', kind: 'text', read: calledKey },
  field('title', 'Title', 'text'),
  choice('severity', 'Severity', severities, severityWords),
  choice('status', 'Status', issueStatuses, statusWords),
  choice('class', 'Class', issueClasses, classWords),
  field('owner', 'Owner', 'person'),
  choice('team', 'Team', owningTeams, teamWords),
  { id: 'raisedAt', label: 'Raised', kind: 'instant', read: raisedAt },
  choice('origin', 'Origin', issueOrigins, originWords),
  field('component', 'Component', 'text'),
  field('processArea', 'Process area', 'text'),
  field('reporter', 'Reporter', 'text'),
  field('reporterUnit', 'Unit', 'text'),
  choice('channel', 'Channel', channels, channelWords),
  choice('reportedSeverity', 'Reported severity', severities, severityWords),
  field('usersAffected', 'Users affected', 'number'),
  field('nextUpdateDue', 'Next update due', 'instant'),
  choice('holdReason', 'On hold because', holdReasons, holdReasonWords),
  field('patch', 'Patch', 'text'),
  choice('rescue', 'Resolved by', rescues, rescueWords),
  field('acknowledgedAt', 'Acknowledged', 'instant'),
  field('resolvedAt', 'Resolved', 'instant'),
  field('closedAt', 'Closed', 'instant'),
  field('externalSystem', 'Tracker', 'text'),
  field('externalKey', 'Tracker key', 'text'),
  {
    id: 'publish',
    label: 'Told to users',
    kind: 'flag',
    read: (row) => row.values.publish === true || null,
    words: { true: 'Told to users' },
  },
  {
    id: 'conflict',
    label: 'Conflict',
    kind: 'flag',
    read: (row) => conflictingFields(row).length > 0 || null,
    words: { true: 'In conflict' },
  },
]

const byId = new Map(listColumns.map((column) => [column.id, column]))
const customPrefix = 'column:'

/** The column of that id; ids beginning with `column:` are imported columns. Undefined when there is none. */
export function listColumn(id: string): ListColumn | undefined {
  const known = byId.get(id)
  if (known || !id.startsWith(customPrefix)) return known
  const name = id as `column:${string}`
  return {
    id,
    label: id.slice(customPrefix.length),
    kind: 'text',
    read: (row) => row.values[name] ?? null,
  }
}
