/** Screens that show numbers, by the first word of their place. */
export const screensWithFigures = [
  'today',
  'issues',
  'ownership',
  'triage',
  'rota',
  'standups',
  'registers',
  'patches',
  'bulletins',
  'training',
  'adoption',
  'exit',
  'forecast',
  'handover',
  'exchange',
] as const
export type ScreenWithFigures = (typeof screensWithFigures)[number]

/** Which figures each screen tells of; a star stands for whatever follows. */
const told: Readonly<Record<ScreenWithFigures, readonly string[]>> = {
  today: [
    'open',
    'open-severity-*',
    'open-change-since-yesterday',
    'new-since-yesterday',
    'resolved-since-yesterday',
    'declined-since-yesterday',
    'reopened-since-yesterday',
    'severity-*-since-yesterday',
    'untriaged',
    'without-owner',
    'update-overdue',
    'open-breaches',
    '*-open-breaches',
    'orphans*',
    'exit-criteria-met',
    'exit-forecast*',
    'days-over-*',
    'adoption-trends',
    'adoption-concerns-open',
    'decisions-needed',
  ],
  issues: [
    'open*',
    'raised',
    'ended',
    'new-in-week',
    'resolved-in-week',
    'declined-in-week',
    'severity-*-in-week',
    'oldest-open-days',
    'median-days-to-resolve',
    'reopened-*',
    'on-hold',
    'stuck',
    'severe-without-workaround',
    'acknowledge-*',
    'resolve-*',
    'component-*',
    'process-area-*',
    'regression*',
    'pre-existing*',
    'unrelated*',
    'origin-*',
    'defect-in-week',
    'training-gap-*',
    'change-request-in-week',
    'data-in-week',
    'access-in-week',
    'configuration-in-week',
    'environment-in-week',
    'question-in-week',
    'duplicate-in-week',
    'unclassified-in-week',
  ],
  ownership: ['orphans*', 'without-owner', 'stuck', 'hero-index-in-week'],
  triage: [
    'untriaged',
    'on-hold',
    'without-owner',
    'unclassified-in-week',
    'severe-without-workaround',
    'reopened-since-yesterday',
  ],
  rota: [
    'coverage-gap-*',
    'shift-hours-*',
    'time-on-shift-*',
    'time-outside-*',
    'hero-index-in-week',
    'limit-breaches-in-week',
  ],
  standups: ['standups-held-*', 'actions-open', 'actions-overdue', 'decisions-made-*'],
  registers: ['risks-open', 'risks-high', 'decisions-needed', 'decisions-made-*'],
  patches: ['fixes-waiting', 'retests-waiting', 'patches-*', 'failed-retest-share', 'fix-lead-time-*'],
  bulletins: ['bulletin*', 'issues-told-*'],
  training: ['training-*', 'repeat-questions-*'],
  adoption: [
    'active-*',
    'licensed-people',
    'never-signed-in',
    'stickiness',
    'adoption-*',
    'exit-active-users',
  ],
  exit: ['exit-*', 'steady-state-alone-share', 'planned-end-chance', 'handover-complete'],
  forecast: [
    'exit-forecast*',
    'planned-end-chance',
    'days-over-*',
    'effort-*',
    'planned-days-ahead',
    'new-in-week',
    'resolved-in-week',
  ],
  handover: ['handover-*', 'residual-accepted', 'exit-handover'],
  exchange: ['laptops-not-heard'],
}

/** Whether a screen tells of a figure; a screen without numbers of its own tells of all. */
export function isToldOn(screen: string, figure: string): boolean {
  const patterns = Object.hasOwn(told, screen) ? told[screen as ScreenWithFigures] : ['*']
  return patterns.some((pattern) => matches(pattern, figure))
}

function matches(pattern: string, id: string): boolean {
  const [start = '', end] = pattern.split('*')
  if (end === undefined) return id === pattern
  return id.length >= start.length + end.length && id.startsWith(start) && id.endsWith(end)
}
