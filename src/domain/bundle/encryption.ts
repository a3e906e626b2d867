import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { BundleProblem } from './problem'

/** For whom a bundle is encrypted: whoever knows the passphrase, or the laptops with these age recipients. */
export type Lock = { readonly passphrase: string } | { readonly recipients: readonly string[] }

/** What may open one: a passphrase that somebody typed, and this laptop's own identity. */
export interface Openers {
  readonly passphrase?: string | undefined
  readonly identity?: string | undefined
}

/** What a laptop reads bundles with that are encrypted for it, and what it tells others so that they can. */
export interface AgeKey {
  /** Secret. */
  readonly identity: string
  readonly recipient: string
}

/** A new one, out of the system's randomness. */
export async function makeAgeKey(): Promise<AgeKey> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

const ageStart = 'age-encryption.org/v1'

export function isEncrypted(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, ageStart.length)) === ageStart
}

/** The whole file encrypted, as any age program can decrypt it. */
export async function encrypted(bytes: Uint8Array, lock: Lock): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  if ('passphrase' in lock) encrypter.setPassphrase(lock.passphrase)
  else for (const recipient of lock.recipients) encrypter.addRecipient(recipient)
  return encrypter.encrypt(bytes)
}

/** @throws BundleProblem `encrypted` when nothing fits, `wrong-passphrase` when the one given does not. */
export async function decrypted(bytes: Uint8Array, { passphrase, identity }: Openers): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  // An age file is either for a passphrase or for recipients, and its header says which.
  if (needsPassphrase(bytes)) {
    if (!passphrase)
      throw new BundleProblem(
        'encrypted',
        'The bundle is encrypted with a passphrase. Ask whoever made it for the passphrase.',
        { needs: 'passphrase' },
      )
    decrypter.addPassphrase(passphrase)
  } else if (identity) decrypter.addIdentity(identity)
  try {
    return await decrypter.decrypt(bytes)
  } catch (error) {
    throw refusal(error, needsPassphrase(bytes))
  }
}

function needsPassphrase(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, ageStart.length + 20)).includes('-> scrypt ')
}

/** The library tells by its message alone that no key fits; every other failure is in the bytes. */
function refusal(error: unknown, forPassphrase: boolean): BundleProblem {
  const fits = !(error instanceof Error && /no identity matched/.test(error.message))
  if (fits) return new BundleProblem('damaged', 'The file is damaged. It cannot be decrypted.')
  return forPassphrase
    ? new BundleProblem('wrong-passphrase', 'This is not the passphrase that the bundle was encrypted with.')
    : new BundleProblem(
        'encrypted',
        'The bundle is encrypted for other laptops. Ask for one that is made for this laptop.',
        { needs: 'recipient' },
      )
}
