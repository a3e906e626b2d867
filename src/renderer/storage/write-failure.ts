import { WriteRefused } from './session'

/** Puts what IndexedDB said about a failed write into words; nothing of the write has been stored. */
export function writeFailure(error: unknown): WriteRefused {
  if (error instanceof WriteRefused) return error
  const causes = [error, (error as { inner?: unknown } | undefined)?.inner]
  if (causes.some((cause) => (cause as { name?: string } | undefined)?.name === 'QuotaExceededError'))
    return new WriteRefused(
      'disk-full',
      'There is no room left on the disk. Free some space and try again; nothing was changed.',
    )
  const message = error instanceof Error ? error.message : String(error)
  return new WriteRefused('not-stored', `The change could not be stored, so nothing was changed: ${message}`)
}
