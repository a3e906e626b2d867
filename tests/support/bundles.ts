import { type BundleContents, encodeBundle } from '@domain/bundle/bundle'
import { type SigningKey, toBase64 } from '@domain/bundle/signature'
import type { Operation } from '@domain/merge/operation'
import { extentsOf } from '@domain/merge/seen'
import { firstMorning, type Laptop } from './laptop'

export async function makeSigningKey(): Promise<SigningKey> {
  const pair = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair
  const publicKey = toBase64(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)))
  return { privateKey: pair.privateKey, publicKey }
}

/** A bundle of these operations as the laptop would write it. */
export async function bundleOf(
  { id, replica }: Pick<Laptop, 'id' | 'replica'>,
  operations: readonly Operation[],
  key: SigningKey,
  contents: Partial<BundleContents> = {},
): Promise<Uint8Array> {
  return joined(
    encodeBundle(
      {
        engagement: { id: 'e1', name: 'CRM go-live', client: 'Meridian Water' },
        laptop: id,
        writer: 'Ada',
        recipient: 'age1ada',
        writtenAt: firstMorning,
        seen: extentsOf(replica.seen),
        complete: true,
        operations: inStretches(operations),
        blobs: none(),
        ...contents,
      },
      key,
    ),
  )
}

/** As many to a stretch as a segment of the log may have, or fewer. */
export async function* inStretches(operations: readonly Operation[], size = 1_000) {
  for (let from = 0; from < operations.length; from += size) yield operations.slice(from, from + size)
}

export async function joined(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Uint8Array.from(Buffer.concat(parts))
}

async function* none(): AsyncGenerator<never> {}
