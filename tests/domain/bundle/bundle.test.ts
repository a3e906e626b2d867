import { createHash } from 'node:crypto'
import { type OpenedBundle, openBundle } from '@domain/bundle/bundle'
import { encrypted, makeAgeKey } from '@domain/bundle/encryption'
import { BundleProblem, type BundleProblemCode } from '@domain/bundle/problem'
import type { SigningKey } from '@domain/bundle/signature'
import { signatureOf } from '@domain/bundle/signature'
import { zipLimits } from '@domain/bundle/zip-directory'
import type { Operation } from '@domain/merge/operation'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundleOf, inStretches, makeSigningKey } from '../../support/bundles'
import { makeLaptop } from '../../support/laptop'

let key: SigningKey
beforeAll(async () => {
  key = await makeSigningKey()
})

const ada = makeLaptop('ada')
const written = ada.write([
  {
    entity: 'issue',
    key: '1',
    fields: { title: 'Rechnungen hängen \ud83d\udca7', status: 'new', severity: 1 },
  },
  { entity: 'issue', key: '1', fields: { status: 'triaged', owner: null } },
  { entity: 'tide', key: 't', fields: { height: 3.5 } },
])

async function codeOf(reading: Promise<unknown>): Promise<BundleProblemCode> {
  const outcome = await reading.then(
    () => 'it was read',
    (error: unknown) => error,
  )
  if (!(outcome instanceof BundleProblem)) throw new Error(`expected a BundleProblem, got ${String(outcome)}`)
  expect(outcome.message.length).toBeGreaterThan(20)
  return outcome.code
}

function operationsOf(opened: OpenedBundle): Operation[] {
  return [...opened.lines()].map((line) => {
    if (!('operation' in line)) throw new Error(`line ${line.line}: ${line.problem}`)
    return line.operation
  })
}

/** The bundle packed again by hand, as somebody with an unzip program would, after a change. */
function repacked(file: Uint8Array, change: (entries: Record<string, Uint8Array>) => void): Uint8Array {
  const entries = unzipSync(file)
  change(entries)
  return zipSync(entries)
}

/** With a manifest that fits its contents, signed by the key. */
async function signedAnew(
  file: Uint8Array,
  change: (entries: Record<string, Uint8Array>, manifest: Record<string, unknown>) => void,
  signer = key,
): Promise<Uint8Array> {
  const entries = unzipSync(file)
  const manifest = JSON.parse(strFromU8(entries['manifest.json'] as Uint8Array))
  change(entries, manifest)
  manifest.entries = Object.keys(entries)
    .filter((name) => name !== 'manifest.json' && name !== 'signature.json')
    .map((name) => {
      const content = entries[name] as Uint8Array
      return { name, size: content.length, sha256: createHash('sha256').update(content).digest('hex') }
    })
  const bytes = Uint8Array.from(strToU8(JSON.stringify(manifest)))
  return zipSync({ ...entries, 'manifest.json': bytes, 'signature.json': await signatureOf(bytes, signer) })
}

describe('a bundle', () => {
  it('comes back as it was written, and says who wrote it', async () => {
    const opened = await openBundle(await bundleOf(ada, written, key, { for: 'bob0000000', complete: false }))
    expect(operationsOf(opened)).toEqual(written)
    expect(opened.signer).toBe(key.publicKey)
    expect(opened.manifest).toMatchObject({
      kind: 'bundle',
      formatVersion: 1,
      laptop: 'ada0000000',
      writer: 'Ada',
      recipient: 'age1ada',
      for: 'bob0000000',
      complete: false,
      operations: 3,
      seen: { ada0000000: 3 },
    })
  })

  it('comes back whatever the text in it and however its stretches are cut', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 })
    const value = fc.oneof(
      text,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    )
    const edits = fc.array(
      fc.dictionary(
        text.map((name) => `x-${name}`),
        value,
        { minKeys: 1, maxKeys: 4 },
      ),
      { minLength: 1, maxLength: 30 },
    )
    await fc.assert(
      fc.asyncProperty(edits, fc.integer({ min: 1, max: 7 }), async (changes, size) => {
        const laptop = makeLaptop('a')
        const operations = laptop.write(changes.map((fields) => ({ entity: 'note', key: 'n', fields })))
        const file = await bundleOf(laptop, operations, key, { operations: inStretches(operations, size) })
        expect(operationsOf(await openBundle(file))).toEqual(JSON.parse(JSON.stringify(operations)))
      }),
      { numRuns: 40 },
    )
  })

  it('brings attachments under the hash of their content, and nothing under another name', async () => {
    const data = strToU8('a screenshot')
    const sha256 = createHash('sha256').update(data).digest('hex')
    async function* blobs() {
      yield { sha256, content: data }
    }
    const file = await bundleOf(ada, written, key, { blobs: blobs() })
    expect([...(await openBundle(file)).blobs()]).toEqual([{ sha256, content: data }])
    const renamed = await signedAnew(file, (entries) => {
      entries['blobs/screenshot.png'] = data
      delete entries[`blobs/${sha256}`]
    })
    expect(await codeOf(openBundle(renamed))).toBe('damaged')
  })

  it('keeps entities and fields that this version does not know', async () => {
    const operations = operationsOf(await openBundle(await bundleOf(ada, written, key)))
    expect(operations[2]).toMatchObject({ entity: 'tide', fields: { height: 3.5 } })
  })

  it('sets aside lines that are no operations, and reads the others', async () => {
    const file = await signedAnew(await bundleOf(ada, written, key), (entries) => {
      const log = strFromU8(entries['operations.jsonl'] as Uint8Array)
      const odd = ['{"half', '["x",1,0,0,"k",null,null,null,99,1]', '[1,2]', '\u0000', '{"stamp":"no"}']
      entries['operations.jsonl'] = strToU8(log + odd.join('\n'))
    })
    const lines = [...(await openBundle(file)).lines()]
    expect(lines.filter((line) => 'operation' in line)).toHaveLength(3)
    expect(lines.flatMap((line) => ('problem' in line ? [line.line] : []))).toEqual([5, 6, 7, 8, 9])
  })

  it('takes no fields from what a field with the name of an object’s inside would bring', async () => {
    const file = await signedAnew(await bundleOf(ada, [], key), (entries) => {
      const { stamp } = written[0] as Operation
      const line = [stamp, 9, 0, 1, 'k', null, null, null, 2, { title: 'smuggled' }]
      entries['operations.jsonl'] = strToU8(
        [['Ada', 'issue', '__proto__'], line].map((one) => JSON.stringify(one)).join('\n'),
      )
    })
    for (const line of (await openBundle(file)).lines())
      if ('operation' in line) for (const field in line.operation.fields) expect(field).toBe('none')
  })
})

describe('a bundle that is not what was written', () => {
  it('is refused whichever byte of it is another', async () => {
    const file = await bundleOf(ada, written, key)
    for (let at = 0; at < file.length; at++) {
      const flipped = Uint8Array.from(file)
      flipped[at] = (flipped[at] as number) ^ 0x41
      expect(await codeOf(openBundle(flipped))).toMatch(/^(damaged|cut-short|not-a-bundle)$/)
    }
  })

  it('is refused wherever it ends too early', async () => {
    const file = await bundleOf(ada, written, key)
    for (let size = 0; size < file.length; size++)
      expect(await codeOf(openBundle(file.subarray(0, size)))).toMatch(/^(damaged|cut-short|not-a-bundle)$/)
  })

  it('is refused when somebody has changed it and packed it again', async () => {
    const file = await bundleOf(ada, written, key)
    const changed = repacked(file, (entries) => {
      entries['operations.jsonl'] = strToU8('[]')
    })
    expect(await codeOf(openBundle(changed))).toBe('damaged')
    const unsigned = repacked(file, (entries) => {
      delete entries['signature.json']
    })
    expect(await codeOf(openBundle(unsigned))).toBe('bad-signature')
  })

  it('is refused when its manifest was changed after signing, or its signature is made up', async () => {
    const file = await bundleOf(ada, written, key)
    const another = repacked(file, (entries) => {
      const manifest = strFromU8(entries['manifest.json'] as Uint8Array)
      entries['manifest.json'] = strToU8(manifest.replace('"Ada"', '"Eve"'))
    })
    expect(await codeOf(openBundle(another))).toBe('bad-signature')
    const stranger = await makeSigningKey()
    const forged = repacked(file, (entries) => {
      const told = JSON.parse(strFromU8(entries['signature.json'] as Uint8Array))
      entries['signature.json'] = strToU8(JSON.stringify({ ...told, publicKey: stranger.publicKey }))
    })
    expect(await codeOf(openBundle(forged))).toBe('bad-signature')
    for (const signature of ['', '{}', 'not json', '{"algorithm":"none","publicKey":"","signature":""}'])
      expect(
        await codeOf(
          openBundle(
            repacked(
              file,
              (entries) => void Object.assign(entries, { 'signature.json': strToU8(signature) }),
            ),
          ),
        ),
      ).toBe('bad-signature')
  })

  it('is refused when a newer version wrote it in a form that this one does not know', async () => {
    const file = await signedAnew(await bundleOf(ada, written, key), (_entries, manifest) => {
      manifest.formatVersion = 2
    })
    expect(await codeOf(openBundle(file))).toBe('newer-format')
  })

  it('is refused when it is a backup', async () => {
    const file = await signedAnew(await bundleOf(ada, written, key), (_entries, manifest) => {
      manifest.kind = 'backup'
    })
    expect(await codeOf(openBundle(file))).toBe('not-a-bundle')
  })

  it('is refused before it can fill the memory, reach outside, or hide one entry behind another', async () => {
    const file = await bundleOf(ada, written, key)
    const bomb = await signedAnew(file, (entries) => {
      entries['operations.jsonl'] = new Uint8Array(2_000_000)
    })
    const tight = { ...zipLimits, ratioFrom: 100_000 }
    expect(await codeOf(openBundle(bomb, {}, tight))).toBe('too-large')
    const many = await signedAnew(file, (entries) => {
      for (let index = 0; index < 30; index++) entries[`blobs/${index}`] = strToU8('x')
    })
    expect(await codeOf(openBundle(many, {}, { ...zipLimits, entries: 20 }))).toBe('too-large')
    for (const name of ['../outside', '/etc/passwd', 'a/../../b', 'C:\\windows', 'nul\u0000'])
      expect(
        await codeOf(
          openBundle(
            await signedAnew(file, (entries) => void Object.assign(entries, { [name]: strToU8('x') })),
          ),
        ),
      ).toBe('unsafe-name')
    const nested = await signedAnew(file, (entries) => {
      entries['operations.jsonl'] = file
    })
    expect(operationsIn(await openBundle(nested))).toBe(0)
  })
})

const operationsIn = (opened: OpenedBundle) =>
  [...opened.lines()].filter((line) => 'operation' in line).length

describe('an encrypted bundle', () => {
  it('opens with its passphrase only', async () => {
    const file = await bundleOf(ada, written, key)
    const locked = await encrypted(file, { passphrase: 'tide table' })
    expect(Buffer.from(locked).includes('manifest.json')).toBe(false)
    expect(operationsOf(await openBundle(locked, { passphrase: 'tide table' }))).toEqual(written)
    expect(await codeOf(openBundle(locked, { passphrase: 'tide tables' }))).toBe('wrong-passphrase')
    expect(await codeOf(openBundle(locked))).toBe('encrypted')
  })

  it('opens on the laptops it is for only', async () => {
    const [bob, eve] = await Promise.all([makeAgeKey(), makeAgeKey()])
    const file = await bundleOf(ada, written, key)
    const locked = await encrypted(file, { recipients: [bob.recipient] })
    expect(operationsOf(await openBundle(locked, bob))).toEqual(written)
    expect(await codeOf(openBundle(locked, eve))).toBe('encrypted')
    expect(await codeOf(openBundle(locked))).toBe('encrypted')
  })

  it('is refused whichever byte of it is another', async () => {
    const { identity, recipient } = await makeAgeKey()
    const file = await encrypted(await bundleOf(ada, written, key), {
      recipients: [recipient],
    })
    for (let at = 0; at < file.length; at += 7) {
      const flipped = Uint8Array.from(file)
      flipped[at] = (flipped[at] as number) ^ 0x41
      expect(await codeOf(openBundle(flipped, { identity }))).toMatch(/^(damaged|encrypted|not-a-bundle)$/)
    }
  })
})
