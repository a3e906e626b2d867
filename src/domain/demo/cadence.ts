import type { CadencePhase } from '../model/entities'
import type { Fields, Instant } from '../model/value'
import { type Calendar, extendedOn, hour, sixWeeks, threeWeeks } from './timing'

/** The plan of a hypercare that tapers off. */
const planned = [
  {
    name: 'Command centre',
    fromDay: 1,
    toDay: 7,
    standup: 'daily',
    standupTime: '09:00',
    triageTimes: '08:30 13:00 16:30',
    patchWindow: 'daily 19:00',
    rota: 'Everybody, on site',
    targets: 'No severity 1 open overnight',
    effortDays: 40,
  },
  {
    name: 'Stabilise',
    fromDay: 8,
    toDay: threeWeeks,
    standup: 'daily',
    triageTimes: '09:00 14:00',
    patchWindow: 'Tue Thu 19:00',
    rota: 'Two on triage, one on call',
    targets: 'New issues halved each week',
    effortDays: 55,
  },
  {
    name: 'Taper',
    fromDay: threeWeeks + 1,
    toDay: 28,
    standup: 'twice-weekly',
    triageTimes: '09:30',
    patchWindow: 'Thu 19:00',
    rota: 'One on call behind steady state',
    targets: 'Steady state resolves nine of ten alone',
    effortDays: 15,
  },
] as const satisfies readonly Fields[]

/** What the sponsor added when the plan was too short. */
const extension = {
  name: 'Stand by',
  fromDay: 29,
  toDay: sixWeeks + 1,
  standup: 'weekly',
  triageTimes: '10:00',
  patchWindow: 'Thu 19:00',
  rota: 'Steady state alone, the project on the telephone',
  targets: 'Exit criteria met, handover accepted',
  effortDays: 12,
} as const satisfies Fields

/** The phases of the story, and when each was written down. */
export function cadence(calendar: Calendar): { readonly phase: CadencePhase; readonly at: Instant }[] {
  const before = calendar.goLiveAt - 72 * hour
  const phases = planned.map((phase) => ({ phase, at: before }))
  const extendedAt = calendar.goLiveAt + extendedOn * 24 * hour + 10 * hour
  return calendar.isWhole ? [...phases, { phase: extension, at: extendedAt }] : phases
}
