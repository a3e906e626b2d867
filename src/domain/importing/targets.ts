/** What a column can feed. Most are fields of an issue; the rest are read together with others. */
export const targets = [
  'externalKey',
  'title',
  'description',
  'status',
  'statusCategory',
  'resolution',
  'severity',
  'class',
  'channel',
  'reporter',
  'reporterUnit',
  'owner',
  'component',
  'processArea',
  'usersAffected',
  'workaround',
  'fixNote',
  'holdReason',
  'raisedAt',
  'acknowledgedAt',
  'resolvedAt',
  'closedAt',
  'sourceUpdatedAt',
  'externalUrl',
  'tags',
  'comments',
  'updatedBy',
  'updateNumber',
  'ignore',
] as const
export type Target = (typeof targets)[number]

export const dateTargets = [
  'raisedAt',
  'acknowledgedAt',
  'resolvedAt',
  'closedAt',
  'sourceUpdatedAt',
] as const
export type DateTarget = (typeof dateTargets)[number]

/** Targets that several columns may feed: all of their values are kept, or the first that is filled. */
export const sharedTargets: ReadonlySet<Target> = new Set(['tags', 'comments', 'title', 'ignore'])

export function isTarget(name: unknown): name is Target {
  return (targets as readonly unknown[]).includes(name)
}

export function isDateTarget(target: Target): target is DateTarget {
  return (dateTargets as readonly Target[]).includes(target)
}
