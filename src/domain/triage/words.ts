import type {
  Channel,
  HoldReason,
  IssueClass,
  IssueOrigin,
  IssueStatus,
  OwningTeam,
  Rescue,
  Severity,
} from '../model/issue'

/** How the choices of an issue read on screen and paper. */

export const statusWords: Readonly<Record<IssueStatus, string>> = {
  new: 'New',
  triaged: 'Triaged',
  'in-progress': 'In progress',
  'fix-ready': 'Fix ready',
  retest: 'Retest',
  resolved: 'Resolved',
  closed: 'Closed',
  'on-hold': 'On hold',
  returned: 'Returned',
  declined: 'Declined',
  duplicate: 'Duplicate',
}

export const severityWords: Readonly<Record<Severity, string>> = { 1: '1', 2: '2', 3: '3' }

export const classWords: Readonly<Record<IssueClass, string>> = {
  defect: 'Defect',
  'training-gap': 'Training gap',
  'change-request': 'Change request',
  data: 'Data',
  access: 'Access',
  configuration: 'Configuration',
  environment: 'Environment',
  question: 'Question',
  duplicate: 'Duplicate',
}

export const originWords: Readonly<Record<IssueOrigin, string>> = {
  regression: 'Regression',
  'pre-existing': 'Pre-existing',
  unrelated: 'Unrelated to the release',
}

export const holdReasonWords: Readonly<Record<HoldReason, string>> = {
  user: 'Waiting for a user',
  vendor: 'Waiting for a vendor',
  decision: 'Waiting for a decision',
}

export const teamWords: Readonly<Record<OwningTeam, string>> = {
  project: 'Project',
  'steady-state': 'Steady-state',
}

export const rescueWords: Readonly<Record<Rescue, string>> = {
  'steady-state-alone': 'Steady-state alone',
  'steady-state-with-help': 'Steady-state with help',
  'project-team': 'Project team',
}

export const channelWords: Readonly<Record<Channel, string>> = {
  tracker: 'Tracker',
  phone: 'Phone',
  mail: 'Mail',
  chat: 'Chat',
  'walk-up': 'Walk-up',
  portal: 'Portal',
  monitoring: 'Monitoring',
  other: 'Other',
}
