import { type AgeKey, makeAgeKey } from '@domain/bundle/encryption'
import { type SigningKey, toBase64 } from '@domain/bundle/signature'
import type { LaptopId } from '@domain/merge/stamp'
import type { ProfileDatabase } from './database'

/** What this laptop signs with, and what others encrypt for so that only it can read. */
export interface LaptopKeys extends AgeKey {
  readonly laptop: LaptopId
  readonly signing: SigningKey
}

const factName = 'keys'

/** The keys of this laptop, made when they are first asked for, and anew when it has become another laptop. */
export async function laptopKeys(database: ProfileDatabase, laptop: LaptopId): Promise<LaptopKeys> {
  const stored = await readKeys(database, laptop)
  if (stored) return stored
  const made = await makeKeys(laptop)
  // Two that ask at once must not end up with two keys: whoever comes second takes the first one's.
  return database.transaction('rw', database.facts, async () => {
    const meanwhile = await readKeys(database, laptop)
    if (!meanwhile) await database.facts.put({ name: factName, value: made })
    return meanwhile ?? made
  })
}

async function readKeys(database: ProfileDatabase, laptop: LaptopId): Promise<LaptopKeys | undefined> {
  const stored = (await database.facts.get(factName))?.value as LaptopKeys | undefined
  return stored?.laptop === laptop ? stored : undefined
}

async function makeKeys(laptop: LaptopId): Promise<LaptopKeys> {
  // The private half can be used but not read out, not even by this program.
  const pair = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair
  const publicKey = toBase64(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)))
  return { laptop, signing: { privateKey: pair.privateKey, publicKey }, ...(await makeAgeKey()) }
}
