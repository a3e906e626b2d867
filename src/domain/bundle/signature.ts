import * as z from 'zod/mini'
import { BundleProblem } from './problem'

/**
 * Ed25519 over the bytes of `manifest.json`, which holds the hash of every other entry. Browsers and Node both
 * have it; signing the same bytes twice gives the same signature.
 */
const algorithm = 'Ed25519'
const base64 = z.string().check(z.regex(/^[0-9A-Za-z+/]+={0,2}$/))
const signatureSchema = z.object({
  algorithm: z.literal(algorithm),
  publicKey: base64,
  signature: base64,
})

/** A laptop's signing key; the private half never leaves it. */
export interface SigningKey {
  readonly privateKey: CryptoKey
  /** 32 bytes, in base64. */
  readonly publicKey: string
}

/** `signature.json`. */
export async function signatureOf(
  manifest: Uint8Array<ArrayBuffer>,
  key: SigningKey,
): Promise<Uint8Array<ArrayBuffer>> {
  const signature = new Uint8Array(await crypto.subtle.sign(algorithm, key.privateKey, manifest))
  const told = { algorithm, publicKey: key.publicKey, signature: toBase64(signature) }
  return new TextEncoder().encode(`${JSON.stringify(told, null, 2)}\n`)
}

/**
 * The public key that has signed the manifest.
 * @throws BundleProblem `bad-signature` when there is no signature, or it is not by the key it names.
 */
export async function signerOf(
  manifest: Uint8Array<ArrayBuffer>,
  file: Uint8Array | undefined,
): Promise<string> {
  const told = file && read(file)
  if (!told)
    throw refused(
      'It is not signed, so nobody can tell which laptop wrote it. Ask for it to be exported again.',
    )
  const { publicKey, signature } = told
  if (!(await isSignedBy(publicKey, signature, manifest)))
    throw refused(
      'Its signature is not by the laptop that it names: somebody has changed it. Ask for it to be exported again.',
    )
  return publicKey
}

function read(file: Uint8Array): z.infer<typeof signatureSchema> | undefined {
  try {
    const parsed = z.safeParse(signatureSchema, JSON.parse(new TextDecoder().decode(file)))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

async function isSignedBy(
  publicKey: string,
  signature: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', fromBase64(publicKey), algorithm, false, ['verify'])
    return await crypto.subtle.verify(algorithm, key, fromBase64(signature), bytes)
  } catch {
    // A key or signature of the wrong length is no signature either.
    return false
  }
}

function refused(message: string): BundleProblem {
  return new BundleProblem('bad-signature', `The bundle cannot be trusted. ${message} Nothing was imported.`)
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
