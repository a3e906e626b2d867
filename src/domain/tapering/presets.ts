import type { CadencePhase } from '../model/entities'

export interface TaperingPreset {
  readonly id: 'two-weeks' | 'four-weeks' | 'ninety-days'
  readonly title: string
  readonly phases: readonly CadencePhase[]
}

/** How intensity tapers off in plans of usual lengths; effort is for a team of six and is meant to be changed. */
export const taperingPresets: readonly TaperingPreset[] = [
  {
    id: 'two-weeks',
    title: 'Two weeks',
    phases: [
      {
        name: 'Command centre',
        fromDay: 1,
        toDay: 5,
        standup: 'daily',
        triageTimes: '09:00 13:00 16:30',
        patchWindow: 'Daily 20:00',
        rota: 'Everybody, on site',
        targets: 'No severity 1 open overnight',
        effortDays: 30,
      },
      {
        name: 'Stabilise',
        fromDay: 6,
        toDay: 14,
        standup: 'daily',
        triageTimes: '09:30',
        patchWindow: 'Tue, Thu 20:00',
        rota: 'Triage and on call',
        targets: 'Three days without severity 1 or 2',
        effortDays: 28,
      },
    ],
  },
  {
    id: 'four-weeks',
    title: 'Four weeks',
    phases: [
      {
        name: 'Command centre',
        fromDay: 1,
        toDay: 7,
        standup: 'daily',
        triageTimes: '09:00 13:00 16:30',
        patchWindow: 'Daily 20:00',
        rota: 'Everybody, on site',
        targets: 'No severity 1 open overnight',
        effortDays: 34,
      },
      {
        name: 'Stabilise',
        fromDay: 8,
        toDay: 18,
        standup: 'daily',
        triageTimes: '09:00 14:00',
        patchWindow: 'Tue, Thu 20:00',
        rota: 'Two on triage, one on call',
        targets: 'New issues halved each week',
        effortDays: 32,
      },
      {
        name: 'Hand over',
        fromDay: 19,
        toDay: 28,
        standup: 'twice-weekly',
        triageTimes: '09:30',
        patchWindow: 'Thu 20:00',
        rota: 'One on call behind steady state',
        targets: 'Steady state resolves nine of ten alone',
        effortDays: 14,
      },
    ],
  },
  {
    id: 'ninety-days',
    title: '90 days',
    phases: [
      {
        name: 'Intensive',
        fromDay: 1,
        toDay: 14,
        standup: 'daily',
        triageTimes: '09:00 13:00 16:30',
        patchWindow: 'Daily 20:00',
        rota: 'Everybody, on site',
        targets: 'No severity 1 open overnight',
        effortDays: 60,
      },
      {
        name: 'Stabilise',
        fromDay: 15,
        toDay: 42,
        standup: 'twice-weekly',
        triageTimes: '09:30',
        patchWindow: 'Tue, Thu 20:00',
        rota: 'Two on triage, one on call',
        targets: 'New issues halved every two weeks',
        effortDays: 60,
      },
      {
        name: 'Taper',
        fromDay: 43,
        toDay: 90,
        standup: 'weekly',
        triageTimes: '10:00',
        patchWindow: 'Thu 20:00',
        rota: 'One on call behind steady state',
        targets: 'Steady state resolves nine of ten alone',
        effortDays: 36,
      },
    ],
  },
]
