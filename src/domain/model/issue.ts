import * as z from 'zod/mini'
import { flag, instant, key, level, line, longText, textSet } from './field'

export const severities = [1, 2, 3] as const
export type Severity = (typeof severities)[number]

export const issueClasses = [
  'defect',
  'training-gap',
  'change-request',
  'data',
  'access',
  'configuration',
  'environment',
  'question',
  'duplicate',
] as const
export type IssueClass = (typeof issueClasses)[number]

export const issueOrigins = ['regression', 'pre-existing', 'unrelated'] as const
export type IssueOrigin = (typeof issueOrigins)[number]

export const issueStatuses = [
  'new',
  'triaged',
  'in-progress',
  'fix-ready',
  'retest',
  'resolved',
  'closed',
  'on-hold',
  'returned',
  'declined',
  'duplicate',
] as const
export type IssueStatus = (typeof issueStatuses)[number]

/** Statuses in which nobody has work left to do. */
export const endedStatuses: ReadonlySet<IssueStatus> = new Set([
  'resolved',
  'closed',
  'declined',
  'duplicate',
])

export const holdReasons = ['user', 'vendor', 'decision'] as const
export type HoldReason = (typeof holdReasons)[number]

export const owningTeams = ['project', 'steady-state'] as const
export type OwningTeam = (typeof owningTeams)[number]

/** Who brought a resolution about. Exit needs the first to dominate. */
export const rescues = ['steady-state-alone', 'steady-state-with-help', 'project-team'] as const
export type Rescue = (typeof rescues)[number]

export const channels = [
  'tracker',
  'phone',
  'mail',
  'chat',
  'walk-up',
  'portal',
  'monitoring',
  'other',
] as const
export type Channel = (typeof channels)[number]

/** Fields whose every change is kept with its time, so that any past day can be told. */
export const trackedIssueFields = ['status', 'severity', 'owner', 'team', 'patch', 'rescue'] as const
export type TrackedIssueField = (typeof trackedIssueFields)[number]

export const issueFields = {
  shortKey: line,
  title: line,
  description: longText,
  reporter: line,
  reporterUnit: line,
  channel: z.enum(channels),
  externalSystem: line,
  externalKey: line,
  externalUrl: line,
  component: line,
  processArea: line,
  usersAffected: z.nullable(z.number()),
  reportedSeverity: z.nullable(level),
  severity: z.nullable(level),
  class: z.nullable(z.enum(issueClasses)),
  origin: z.nullable(z.enum(issueOrigins)),
  status: z.enum(issueStatuses),
  holdReason: z.nullable(z.enum(holdReasons)),
  holdUntil: instant,
  owner: key,
  team: z.nullable(z.enum(owningTeams)),
  workaround: longText,
  fixNote: longText,
  patch: key,
  /** Whether users are told of it, and in which words: nothing else of an issue is ever told to them. */
  publish: flag,
  publicTitle: line,
  publicText: longText,
  publicWorkaround: longText,
  nextUpdateDue: instant,
  raisedAt: instant,
  acknowledgedAt: instant,
  resolvedAt: instant,
  closedAt: instant,
  rescue: z.nullable(z.enum(rescues)),
  duplicateOf: key,
  declineReason: line,
  /** When the tracker says it last changed the issue. */
  sourceUpdatedAt: instant,
  removed: flag,
  /** The import that brought the row was undone; importing it again brings it back. */
  importUndone: flag,
} as const

export const linkKinds = ['blocks', 'caused-by'] as const
export type LinkKind = (typeof linkKinds)[number]

/**
 * `tag:NAME` true or false; `column:HEADER` an imported column that nobody mapped, as it came; `affected:NAME`
 * somebody who waits for it; `merged:KEY` an issue that was found to be a duplicate of this one; `link:KIND:KEY`
 * another issue that this one has to do with: it blocks KEY, say; `mention:PERSON` the name by which one of its texts
 * mentions somebody; `audience:KEY` an audience that is told of it, where not every one is that wants to hear of its
 * unit and component.
 */

export const issueSets = {
  'tag:': flag,
  'column:': textSet,
  'affected:': flag,
  'merged:': flag,
  'link:': flag,
  'mention:': line,
  'audience:': flag,
} as const
