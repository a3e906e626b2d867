import type { Row } from '../merge/row'
import type { IssueStatus } from '../model/issue'
import type { SwapState } from '../model/shift-swap'
import type { Value } from '../model/value'
import { roleWords } from '../ownership/role-words'
import { formatDay } from '../time/format'
import type { IssueRow } from '../triage/as-of'
import { fieldLabel, fieldText, type Telling } from '../triage/issue-fields'
import { calledKey } from '../triage/list-columns'
import { statusWords, teamWords } from '../triage/words'
import { adoptionEntityWords, adoptionLabels } from './adoption-words'
import { audienceEntityWords, audienceLabels, audienceSetLabel } from './audience-words'
import { bulletinEntityWords, bulletinLabels, bulletinSetLabel } from './bulletin-words'
import type { Side } from './conflict'
import { exitEntityWords, exitLabels, exitRowName } from './exit-words'
import { handoverEntityWords, handoverLabels, handoverSetLabel, handoverValueText } from './handover-words'
import { patchEntityWords, patchLabels, patchRowName, patchValueText } from './patch-words'
import { rhythmEntityWords, rhythmLabels, rhythmRowName, rhythmSetLabel } from './rhythm-words'
import {
  personFields,
  rotaEntityWords,
  rotaLabels,
  rotaRowName,
  rotationFields,
  swapStateWords,
  wallWords,
} from './rota-words'
import { signOffLabels, signOffRowName, signOffValueText } from './sign-off-words'

/** What people call a row of each entity. */
const entityWords: Readonly<Record<string, string>> = {
  engagement: 'Engagement',
  person: 'Person',
  team: 'Team',
  cadencePhase: 'Phase of the cadence',
  issue: 'Issue',
  comment: 'Comment',
  decision: 'Decision',
  triageSession: 'Triage session',
  signOff: 'Sign-off',
  savedReport: 'Saved report',
  calendarExport: 'Calendar export',
  laptop: 'Laptop',
  importRun: 'Import',
  importMapping: 'Answers about a file',
  ...rotaEntityWords,
  ...patchEntityWords,
  ...rhythmEntityWords,
  ...bulletinEntityWords,
  ...adoptionEntityWords,
  ...handoverEntityWords,
  ...exitEntityWords,
  ...audienceEntityWords,
}

export const entityWord = (entity: string): string => entityWords[entity] ?? spaced(entity)

/** Fields whose names do not say enough on their own. */
const labels: Readonly<Record<string, string>> = {
  'engagement.goLiveAt': 'Go-live',
  'engagement.plannedEndOn': 'Planned end',
  'engagement.zone': 'Time zone',
  'engagement.limit.restHours': 'Hours of rest between shifts',
  'engagement.limit.weekHours': 'Hours on shift in seven days, at most',
  'engagement.limit.daysInRow': 'Days on shift in a row, at most',
  'engagement.limit.heroPercent': 'Hero index, at most',
  'engagement.limit.onCallCounts': 'Being on call counts as being on shift',
  'engagement.trend.dropDeviations': 'A drop in use, in usual deviations',
  'engagement.trend.dropPercent': 'A drop in use, at least in percent',
  'engagement.trend.dropPeople': 'A drop in use, at least in people',
  'engagement.trend.fadePercent': 'A decline since the best week, in percent',
  'engagement.trend.spikePercent': 'A best week stands out, in percent',
  'engagement.trend.smallestGroup': 'The smallest group that can be silent',
  'person.sourceName': 'Name in the tracker',
  'person.side': 'Side',
  'person.leftOn': 'Left on',
  'team.side': 'Side',
  'laptop.retiredAt': 'Retired',
  'laptop.retiredWith': 'Changes known of it when it was retired',
  'savedReport.asOf': 'Data as of',
  'savedReport.savedAt': 'Saved',
  'savedReport.figures': 'What its figures said',
  ...rotaLabels,
  ...patchLabels,
  ...rhythmLabels,
  ...bulletinLabels,
  ...adoptionLabels,
  ...handoverLabels,
  ...exitLabels,
  ...audienceLabels,
  ...signOffLabels,
}

const isInstant = /At$|asOf$|Due$|Until$|^(led|ended|acknowledged):|^since$|^(from|to)$|^return(From|To)$/
const calendarWords: Readonly<Record<string, string>> = { always: 'Always', support: 'Support hours' }
const longestName = 160

/** What a row goes by: its name or title, where it has one. */
export function rowName(entity: string, row: Row, telling: Telling): string {
  if (entity === 'issue') {
    const issue = row as IssueRow
    return [calledKey(issue), issue.values.title].filter(Boolean).join(' ').slice(0, longestName)
  }
  const ofRoom =
    rotaRowName(entity, row, telling) ??
    rhythmRowName(entity, row) ??
    patchRowName(entity, row, telling) ??
    exitRowName(entity, row) ??
    signOffRowName(entity, row)
  if (ofRoom !== undefined) return ofRoom
  const name = row.values.name ?? row.values.title ?? row.values.subject ?? row.values.text
  return typeof name === 'string' && name !== '' ? name.slice(0, longestName) : row.key
}

export function disputedLabel(entity: string, field: string): string {
  if (field === 'removed') return 'Removed here, edited there'
  if (entity === 'issue') return fieldLabel(field)
  const [prefix = '', name = ''] = field.split(/[.:](.*)/s)
  if (/^severity\.\d\./.test(field)) return `Severity ${name.replace('.', ': ').replace(/[A-Z]/g, lower)}`
  if (prefix === 'hours') return `Hours on ${name}`
  if (prefix === 'holiday') return `Holiday ${dayText(name)}`
  if (prefix === 'extended') return `Hours of ${dayText(name)}`
  const rhythmLabel = rhythmSetLabel(prefix, name)
  if (rhythmLabel !== undefined) return rhythmLabel
  const bulletinLabel = bulletinSetLabel(prefix, name)
  if (bulletinLabel !== undefined) return bulletinLabel
  const audienceLabel = audienceSetLabel(prefix, name)
  if (audienceLabel !== undefined) return audienceLabel
  const handoverLabel = handoverSetLabel(prefix, name)
  if (handoverLabel !== undefined) return handoverLabel
  if (prefix === 'pauses') return `Clock rests while ${statusWords[name as IssueStatus] ?? name}`
  if (prefix === 'member') return `Turn of ${name.replace(/^person:/, '')}`
  return labels[`${entity}.${field}`] ?? spaced(field)
}

/** Whose value it is. */
export function sideName({ isMine, writers }: Side): string {
  if (isMine) return 'Mine'
  return writers.length > 0 && writers.every(({ isImported }) => isImported) ? 'The source' : 'Theirs'
}

/** A value for people, of any entity; `nothing` where nothing stands. */
export function disputedText(entity: string, field: string, value: Value, telling: Telling): string {
  if (field === 'removed') return value === true ? 'Removed' : 'Kept'
  if (value === null || value === '') return 'nothing'
  if (typeof value === 'boolean' && field.includes(':')) return value ? 'Added' : 'Taken off'
  if (entity === 'issue') return fieldText(field, value, telling)
  const told =
    patchValueText(entity, field, value) ??
    handoverValueText(entity, field, value) ??
    signOffValueText(entity, field, value)
  if (told !== undefined) return told
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (field.startsWith('member:')) return `Turn ${Number(value) + 1}`
  if (typeof value === 'number')
    return isInstant.test(field) ? telling.instant(value) : numberText(field, value)
  if (field === 'owner' || personFields.has(field)) return telling.personName(value)
  if (rotationFields.has(field)) return telling.rotationName?.(value) ?? value
  if (entity === 'shiftSwap' && field === 'state') return swapStateWords[value as SwapState] ?? value
  if (/On$/.test(field)) return dayText(value)
  if (/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/.test(value)) return wallWords(value)
  if (field.endsWith('.calendar')) return calendarWords[value] ?? value
  if (field === 'role') return roleWords[value as keyof typeof roleWords] ?? value
  if (field === 'side') return teamWords[value as keyof typeof teamWords] ?? value
  if (field === 'issue') return telling.issueKey(value)
  if (field === 'patch') return telling.patchName?.(value) ?? value
  return value
}

function numberText(field: string, value: number): string {
  return field.endsWith('Minutes') ? `${value} min` : String(value)
}

function dayText(day: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? formatDay(day) : day
}

const lower = (letter: string) => ` ${letter.toLowerCase()}`

function spaced(name: string): string {
  const words = name.replace(/[A-Z]/g, lower).trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
