import { WriteRefused } from './session'

/**
 * Puts what IndexedDB said about a failed write into words; nothing of the write has been stored.
 * Chromium tells a full disk in several ways, depending on what it was writing when the room ran out.
 */
export function writeFailure(error: unknown): WriteRefused {
  if (error instanceof WriteRefused) return error
  const causes = [error, (error as { inner?: unknown } | undefined)?.inner]
  if (causes.some(saysDiskFailed))
    return new WriteRefused(
      'disk-full',
      'The disk would not take it; most likely there is no room left. Free some space and try again; nothing was changed.',
    )
  const message = error instanceof Error ? error.message : String(error)
  return new WriteRefused('not-stored', `The change could not be stored, so nothing was changed: ${message}`)
}

/** Whether the disk refused, most often because it is full. */
export function saysDiskFailed(cause: unknown): boolean {
  const { name, message } = (cause ?? {}) as { name?: string; message?: string }
  return (
    name === 'QuotaExceededError' || name === 'UnknownError' || /failed to write blobs/i.test(message ?? '')
  )
}
