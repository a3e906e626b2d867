import type { Refusal } from '@contract/ipc'

/** A request that main will not or cannot carry out, in words for the person who asked. */
export class Refused extends Error implements Refusal {
  constructor(
    readonly code: string,
    message: string,
    readonly details?: unknown,
  ) {
    super(message)
    this.name = 'Refused'
  }
}

interface SystemError {
  readonly code?: string
  readonly message: string
}

/** Puts what the file system said about `name` into words that say what to do. */
export function fileRefusal(error: unknown, name: string): Refused {
  if (error instanceof Refused) return error
  const { code, message } = error as SystemError
  switch (code) {
    case 'ENOENT':
      return new Refused(
        'file-missing',
        `“${name}” is not there any more. Check the name and the stick or folder it was on.`,
      )
    case 'EACCES':
    case 'EPERM':
      return new Refused(
        'no-permission',
        `“${name}” may not be opened by this user. Ask for access to it, or copy it to a folder of your own.`,
      )
    case 'EISDIR':
      return new Refused('not-a-file', `“${name}” is a folder. Choose a file inside it.`)
    case 'ENOSPC':
    case 'EDQUOT':
      return new Refused(
        'disk-full',
        `There is no room left on the disk for “${name}”. Free some space and try again; nothing was changed.`,
      )
    // A stick that is formatted for old machines takes no file above 4 GB.
    case 'EFBIG':
      return new Refused(
        'disk-full',
        `The disk takes no file as large as “${name}” gets. Choose another place, or format the disk anew; nothing was changed.`,
      )
    case 'EROFS':
      return new Refused(
        'read-only-disk',
        `“${name}” is on a disk that cannot be written to. Choose another place.`,
      )
    default:
      return new Refused('file-failed', `“${name}” could not be used: ${message}.`)
  }
}
