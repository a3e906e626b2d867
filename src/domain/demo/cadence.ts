import type { Fields } from '../model/value'
import { daysSinceGoLive } from './timing'

/** The plan of a hypercare that tapers off. */
export const cadence = [
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
    toDay: daysSinceGoLive,
    standup: 'daily',
    triageTimes: '09:00 14:00',
    patchWindow: 'Tue Thu 19:00',
    rota: 'Two on triage, one on call',
    targets: 'New issues halved each week',
    effortDays: 55,
  },
  {
    name: 'Taper',
    fromDay: daysSinceGoLive + 1,
    toDay: 28,
    standup: 'twice-weekly',
    triageTimes: '09:30',
    patchWindow: 'Thu 19:00',
    rota: 'One on call behind steady state',
    targets: 'Steady state resolves nine of ten alone',
    effortDays: 15,
  },
] as const satisfies readonly Fields[]
