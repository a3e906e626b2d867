import { type SignOffRow, signOffsAt } from './standing'

export const verdicts = ['genuine', 'altered', 'not-known'] as const
export type Verdict = (typeof verdicts)[number]

/** What is found in a file that says it is a signed pack. */
export interface FoundInFile {
  /** Of the file, whole. */
  readonly sha256: string
  /** Sign-offs that it names. */
  readonly references: readonly string[]
}

export interface Verified {
  readonly verdict: Verdict
  /** The sign-off that the file is, or says it is. */
  readonly signOff: SignOffRow | undefined
  /** The one that holds, where that is another: the file is genuine all the same. */
  readonly supersededBy: SignOffRow | undefined
}

/**
 * Whether a file is a pack that was signed here, byte for byte. One that names a sign-off of this engagement and is
 * another file has been altered; anything else is not known here, which says nothing about it.
 */
export function verify({ sha256, references }: FoundInFile, rows: Iterable<SignOffRow>): Verified {
  const all = signOffsAt(rows, Infinity)
  const genuine = all.find(({ values }) => values.pdfSha256 === sha256)
  const signOff = genuine ?? all.find(({ key }) => references.includes(key))
  const latest = all[0]
  return {
    verdict: genuine ? 'genuine' : signOff ? 'altered' : 'not-known',
    signOff,
    supersededBy: signOff && latest !== signOff ? latest : undefined,
  }
}

/** How a signed pack names its sign-off: on its page, and in the title of the file. */
export const referenceText = (key: string): string => `sign-off ${key}`
const reference = /sign-off\s+([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/g

export function referencesIn(text: string): string[] {
  return [...new Set([...text.matchAll(reference)].map(([, key = '']) => key))]
}

export const verdictWords: Readonly<Record<Verdict, string>> = {
  genuine: 'Genuine',
  altered: 'Altered',
  'not-known': 'Not known here',
}

export const verdictMeanings: Readonly<Record<Verdict, string>> = {
  genuine: 'This is the very file that was signed: not a single byte is different.',
  altered: 'The file names a signature that was given here, but it is not the file that was signed.',
  'not-known':
    'No signature of this engagement on this laptop is under this file. It may be of another engagement, or of a laptop that has not been heard of since.',
}
