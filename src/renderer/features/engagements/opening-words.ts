import type { OpeningProblem } from '../../storage/opening-problem'

export interface OpeningWords {
  readonly happened: string
  readonly where: string
  readonly advice: string
}

const withoutBackup =
  'There is no backup of it on this laptop. Another laptop of the team may have one: copy that file into the backups folder here, then choose it under All backups.'

/**
 * What keeps an engagement shut, where that is, and the way out, for the person in front of it.
 * @param hasBackup whether there is one on this laptop
 */
export function openingWords({ kind, segment }: OpeningProblem, hasBackup: boolean): OpeningWords {
  switch (kind) {
    case 'damaged':
      return {
        happened:
          'Its data on this laptop is damaged: it is not what the app has written. A failing disk, a power cut or another program can do that.',
        where:
          segment === undefined
            ? 'In the stored history of its changes. Other engagements are not touched by it.'
            : `In part ${segment} of the stored history of its changes. Other engagements are not touched by it.`,
        advice: hasBackup
          ? 'Restore its last backup. If it happens again, have the disk looked at, and copy the backups to another one.'
          : withoutBackup,
      }
    case 'gone':
      return {
        happened:
          'Its data is not on this laptop any more, although it is in the list. Something outside the app has removed it: a clean-up program, say, or a folder put back from elsewhere.',
        where: 'In the folder in which the app keeps the data of this user.',
        advice: hasBackup ? 'Restore its last backup.' : withoutBackup,
      }
    case 'disk':
      return {
        happened:
          'The disk would not hand out or take its data. Most often it is full, or another program holds the files.',
        where: 'On the disk of this laptop. What is stored was not changed.',
        advice: 'Free some space, close programs that may use the same files, and try again.',
      }
    case 'upgrade':
      return {
        happened:
          'This version of the app stores its data in another form than the one before, and could not bring it up to date.',
        where:
          'In the stored data of this engagement. It was not changed; the version before still opens it.',
        advice: 'Try again. If that does not help, pass on what is under Details.',
      }
    case 'unexpected':
      return {
        happened: 'The app met a mistake of its own while opening it.',
        where: 'In the app, not in your data. What is stored was not changed.',
        advice:
          'Try again, or close the app and start it once more. If it stays like this, pass on what is under Details; restoring the last backup may help meanwhile.',
      }
  }
}
