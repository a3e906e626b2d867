/** Every place a screen can send to. Issue keys may hold any character, so they are encoded here. */
export const paths = {
  today: '/today',
  wall: '/today/wall',
  issues: '/issues',
  issue: (key: string) => `/issues/${encodeURIComponent(key)}`,
  ownership: '/ownership',
  triage: '/triage',
  conflicts: '/conflicts',
  import: '/import',
  exchange: '/exchange',
  reports: '/reports',
  settings: '/settings',
  settingsSection: (section: string) => `/settings/${section}`,
  engagements: '/engagements',
  newEngagement: '/engagements/new',
  backups: '/engagements/backups',
  history: '/history',
} as const
