import { type ComponentType, lazy } from 'react'
import TodayScreen from '../features/today/screen'
import { useConflictCount } from '../storage/conflict-view'
import type { IconName } from '../ui/icon-paths'
import { paths } from '../view-state/paths'
import type { ShortcutName } from '../view-state/shortcuts'
import { useWaitingNotes } from '../view-state/use-shift-notes'

export interface Screen {
  readonly title: string
  /** What else the palette finds it by. */
  readonly words?: string
  readonly icon: IconName
  readonly path: string
  readonly shortcut: ShortcutName
  /**
   * `work` is the day's own; `rhythm` is what comes round; `ending` is what hypercare ends by; `paper` is what comes in
   * and goes out; `keep` is about the engagement itself, at the foot of the rail.
   */
  readonly place: 'work' | 'rhythm' | 'ending' | 'paper' | 'keep'
  readonly component: ComponentType
  /** A hook that counts what waits there; nothing is shown for 0. */
  readonly count?: () => number
}

const loadIssues = () => import('../features/issues/screen')

/** Every screen of an open engagement, in the order of the rail. To add one, add a line. */
export const screens: readonly Screen[] = [
  {
    title: 'Today',
    icon: 'today',
    path: paths.today,
    shortcut: 'goToday',
    place: 'work',
    // It opens first, so it comes with the frame around it.
    component: TodayScreen,
  },
  {
    title: 'Triage',
    words: 'inbox',
    icon: 'inbox',
    path: paths.triage,
    shortcut: 'goTriage',
    place: 'work',
    component: lazy(() => import('../features/triage/screen')),
  },
  {
    title: 'Issues',
    icon: 'issues',
    path: paths.issues,
    shortcut: 'goIssues',
    place: 'work',
    component: lazy(loadIssues),
  },
  {
    title: 'Ownership',
    words: 'orphans load owners',
    icon: 'people',
    path: paths.ownership,
    shortcut: 'goOwnership',
    place: 'work',
    component: lazy(() => import('../features/ownership/screen')),
  },
  {
    title: 'Rota',
    words: 'shifts on call leave',
    icon: 'calendar',
    path: paths.rota,
    shortcut: 'goRota',
    place: 'rhythm',
    component: lazy(() => import('../features/rota/screen')),
  },
  {
    title: 'Shift notes',
    words: 'hand-over',
    icon: 'file',
    path: paths.shiftNotes,
    shortcut: 'goShiftNotes',
    place: 'rhythm',
    count: useWaitingNotes,
    component: lazy(() => import('../features/shift-notes/screen')),
  },
  {
    title: 'Standups',
    words: 'actions minutes',
    icon: 'comment',
    path: paths.standups,
    shortcut: 'goStandups',
    place: 'rhythm',
    component: lazy(() => import('../features/standups/screen')),
  },
  {
    title: 'Patches',
    words: 'fixes retests releases',
    icon: 'patch',
    path: paths.patches,
    shortcut: 'goPatches',
    place: 'rhythm',
    component: lazy(() => import('../features/patches/screen')),
  },
  {
    title: 'Bulletins',
    words: 'users known issues mail',
    icon: 'megaphone',
    path: paths.bulletins,
    shortcut: 'goBulletins',
    place: 'rhythm',
    component: lazy(() => import('../features/bulletins/screen')),
  },
  {
    title: 'Training',
    words: 'gaps questions',
    icon: 'cap',
    path: paths.training,
    shortcut: 'goTraining',
    place: 'rhythm',
    component: lazy(() => import('../features/training/screen')),
  },
  {
    title: 'Risks and decisions',
    icon: 'flag',
    path: paths.registers,
    shortcut: 'goRegisters',
    place: 'rhythm',
    component: lazy(() => import('../features/registers/screen')),
  },
  {
    title: 'Adoption',
    words: 'active users licences sign-ins',
    icon: 'adoption',
    path: paths.adoption,
    shortcut: 'goAdoption',
    place: 'ending',
    component: lazy(() => import('../features/adoption/screen')),
  },
  {
    title: 'Exit',
    words: 'scorecard criteria sign-off',
    icon: 'check',
    path: paths.exit,
    shortcut: 'goExit',
    place: 'ending',
    component: lazy(() => import('../features/exit/screen')),
  },
  {
    title: 'Forecast',
    words: 'plan effort phases what if',
    icon: 'forecast',
    path: paths.forecast,
    shortcut: 'goForecast',
    place: 'ending',
    component: lazy(() => import('../features/forecast/screen')),
  },
  {
    title: 'Handover',
    icon: 'hand-over',
    path: paths.handover,
    shortcut: 'goHandover',
    place: 'ending',
    component: lazy(() => import('../features/handover/screen')),
  },
  {
    title: 'Conflicts',
    icon: 'conflict',
    path: paths.conflicts,
    shortcut: 'goConflicts',
    place: 'work',
    count: useConflictCount,
    component: lazy(() => import('../features/conflicts/screen')),
  },
  {
    title: 'Reports',
    words: 'sponsor pack PDF figures',
    icon: 'reports',
    path: paths.reports,
    shortcut: 'goReports',
    place: 'paper',
    component: lazy(() => import('../features/reports/screen')),
  },
  {
    title: 'Import',
    words: 'tracker Jira ServiceNow CSV',
    icon: 'import',
    path: paths.import,
    shortcut: 'goImport',
    place: 'paper',
    component: lazy(() => import('../features/import/screen')),
  },
  {
    title: 'Exchange',
    words: 'bundle laptops merge sync folder',
    icon: 'laptop',
    path: paths.exchange,
    shortcut: 'goExchange',
    place: 'paper',
    component: lazy(() => import('../features/exchange/screen')),
  },
  {
    title: 'History',
    words: 'changes undo',
    icon: 'history',
    path: paths.history,
    shortcut: 'goHistory',
    place: 'keep',
    component: lazy(() => import('../features/history/screen')),
  },
  {
    title: 'Settings',
    icon: 'settings',
    path: paths.settings,
    shortcut: 'goSettings',
    place: 'keep',
    component: lazy(() => import('../features/settings/screen')),
  },
]

/** Most go on to the list of issues; it is fetched while nothing else is. */
export function preloadNextScreen(): void {
  void loadIssues()
}
