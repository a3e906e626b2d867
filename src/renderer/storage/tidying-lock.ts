/**
 * Tidying folds segments and writes snapshots of what it has read a moment before, so nothing may be taken out of
 * the log meanwhile. Held across all workers and windows of the profile.
 */
export function whileNobodyTidies<T>(engagement: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(`war-room-tidying-${engagement}`, work)
}
