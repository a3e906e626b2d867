export type BundleProblemCode =
  /** No ZIP at all, or one that holds something else. */
  | 'not-a-bundle'
  /** The file ends before it is complete. */
  | 'cut-short'
  /** What is in the file is not what was written into it. */
  | 'damaged'
  /** More or larger than a bundle may be. */
  | 'too-large'
  /** An entry's name would reach outside its folder. */
  | 'unsafe-name'
  /** Written by a version of the program newer than this one. */
  | 'newer-format'
  /** The signature is not by the key that it names, or there is none. */
  | 'bad-signature'
  /** Encrypted, and neither the passphrase nor this laptop's own key opens it. */
  | 'encrypted'
  | 'wrong-passphrase'
  /** It tells another history of a laptop than the one that is known here. */
  | 'forked-laptop'
  /** Signed by another key than the laptop had before, with nobody there to accept it. */
  | 'changed-key'
  /** It belongs to an engagement that this is not. */
  | 'other-engagement'

export type ProblemDetails = Readonly<Record<string, string | number>>

/** Why a bundle cannot be read. `message` is a sentence for the person who picked the file. */
export class BundleProblem extends Error {
  override readonly name = 'BundleProblem'

  constructor(
    readonly code: BundleProblemCode,
    message: string,
    readonly details: ProblemDetails = {},
  ) {
    super(message)
  }
}
