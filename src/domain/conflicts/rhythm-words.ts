import type { Row } from '../merge/row'
import { formatDay } from '../time/format'

/** What people call what comes up at standups. */
export const rhythmEntityWords: Readonly<Record<string, string>> = {
  standup: 'Standup',
  standupNote: 'Line of a standup',
  action: 'Action',
  risk: 'Risk',
  shiftNote: 'Hand-over note',
  effort: 'Effort spent',
}

export const rhythmLabels: Readonly<Record<string, string>> = {
  'cadencePhase.triageTimes': 'Triage at',
  'cadencePhase.standupDays': 'Standup on',
  'cadencePhase.standupTime': 'Standup at',
  'cadencePhase.rota': 'On the rota',
  'cadencePhase.targets': 'To be reached',
  'cadencePhase.effortDays': 'Planned person days',
  'standupNote.person': 'Said about',
  'standupNote.clearedAt': 'Out of the way since',
  'risk.endedAt': 'Over since',
  'risk.reviewOn': 'Looked at again on',
  'shiftNote.givenBy': 'Given by',
  'shiftNote.givenTo': 'Given to',
  'shiftNote.handedAt': 'Handed over',
  'shiftNote.since': 'Tells what changed since',
  'decision.neededBy': 'Needed by',
  'action.dueOn': 'Due on',
  'action.doneAt': 'Done',
}

/** Undefined for rows that go by a name or a text. */
export function rhythmRowName(entity: string, { values }: Row): string | undefined {
  return entity === 'standup' && typeof values.day === 'string' ? formatDay(values.day) : undefined
}

/** The label of an element of a set; undefined for sets of others. */
export function rhythmSetLabel(prefix: string, name: string): string | undefined {
  if (prefix === 'led') return `Begun by ${name}`
  if (prefix === 'ended') return `Ended by ${name}`
  if (prefix === 'roundUp') return `What had changed, as ${name} was shown it`
  if (prefix === 'acknowledged') return `Read by ${name}`
  return prefix === 'here' ? 'Who was there' : undefined
}
