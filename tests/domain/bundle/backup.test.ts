import { createHash } from 'node:crypto'
import { type BackupContents, decodeBackup, encodeBackup, openBackup } from '@domain/bundle/backup'
import { formatVersion } from '@domain/bundle/manifest'
import { BundleProblem, type BundleProblemCode } from '@domain/bundle/problem'
import { zipLimits } from '@domain/bundle/zip-directory'
import type { Operation } from '@domain/merge/operation'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, Zip, ZipPassThrough, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { firstMorning, makeLaptop } from '../../support/laptop'

const jsonl = (operations: readonly Operation[]) =>
  operations.map((operation) => `${JSON.stringify(operation)}\n`).join('')

async function backupOf(operations: readonly Operation[], contents: Partial<BackupContents> = {}) {
  return joined(
    encodeBackup({
      engagement: { id: 'e1', name: 'CRM go-live', client: 'Meridian Water' },
      laptop: 'a000000000',
      writtenAt: firstMorning,
      seen: { a000000000: operations.length },
      operations: [operations],
      ...contents,
    }),
  )
}

async function joined(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

/** The bundle packed again by hand, as somebody with an unzip program would, after a change. */
function repacked(file: Uint8Array, change: (entries: Record<string, Uint8Array>) => void): Uint8Array {
  const entries = unzipSync(file)
  change(entries)
  return zipSync(entries)
}

async function problemOf(reading: Promise<unknown>): Promise<BundleProblem> {
  const outcome = await reading.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(outcome instanceof BundleProblem)) throw new Error(`expected a BundleProblem, got ${String(outcome)}`)
  return outcome
}

async function expectProblem(file: Uint8Array, code: BundleProblemCode, limits = zipLimits) {
  const problem = await problemOf(decodeBackup(file, limits))
  expect(problem.code).toBe(code)
  return problem
}

function someOperations(): readonly Operation[] {
  return makeLaptop('a').write([
    {
      entity: 'issue',
      key: '1',
      fields: { title: 'Rechnungen hängen \ud83d\udca7', status: 'new', severity: 1 },
    },
    { entity: 'issue', key: '1', fields: { status: 'triaged', owner: null } },
    { entity: 'tide', key: 't', fields: { height: 3.5 } },
  ])
}

describe('a backup', () => {
  it('comes back as it was written', async () => {
    const operations = someOperations()
    const { manifest, operations: read, quarantined } = await decodeBackup(await backupOf(operations))
    expect(read).toEqual(operations)
    expect(quarantined).toEqual([])
    expect(manifest).toMatchObject({
      format: 'hypercare-war-room',
      formatVersion,
      kind: 'backup',
      engagement: { id: 'e1', name: 'CRM go-live', client: 'Meridian Water' },
      laptop: 'a000000000',
      writtenAt: firstMorning,
      operations: 3,
      seen: { a000000000: 3 },
    })
  })

  it('comes back whatever the text in it and however the log is cut into pieces', async () => {
    const values = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    )
    const edits = fc.array(
      fc.dictionary(
        fc.string({ minLength: 1, maxLength: 9 }).map((name) => `x-${name}`),
        values,
        { minKeys: 1, maxKeys: 4 },
      ),
      { maxLength: 30 },
    )
    await fc.assert(
      fc.asyncProperty(edits, fc.integer({ min: 1, max: 7 }), async (changes, inPiece) => {
        const written = makeLaptop('a').write(changes.map((fields) => ({ entity: 'note', key: 'n', fields })))
        const pieces: Operation[][] = []
        for (let from = 0; from < written.length; from += inPiece)
          pieces.push(written.slice(from, from + inPiece))
        const { operations, quarantined } = await decodeBackup(await backupOf([], { operations: pieces }))
        expect(quarantined).toEqual([])
        expect(operations).toEqual(JSON.parse(JSON.stringify(written)))
      }),
      { numRuns: 40 },
    )
  })

  it('takes a log that is read as it goes', async () => {
    async function* log() {
      for (const operation of someOperations()) yield [operation]
    }
    const { operations } = await decodeBackup(await backupOf([], { operations: log() }))
    expect(operations).toEqual(someOperations())
  })

  it('of an empty engagement is a file, too', async () => {
    const { manifest, operations } = await decodeBackup(await backupOf([], { seen: {} }))
    expect(manifest.operations).toBe(0)
    expect(operations).toEqual([])
  })

  it('is the same file when written again', async () => {
    expect(await backupOf(someOperations())).toEqual(await backupOf(someOperations()))
  })

  it('can be opened and read with any ZIP program', async () => {
    const entries = unzipSync(await backupOf(someOperations()))
    expect(Object.keys(entries).sort()).toEqual(['manifest.json', 'operations.jsonl'])
    expect(strFromU8(entries['operations.jsonl'] ?? strToU8(''))).toBe(jsonl(someOperations()))
  })

  it('hands out lines one by one', async () => {
    const { lines } = await openBackup(await backupOf(someOperations()))
    const first = lines().next()
    expect(first.value).toEqual({ operation: someOperations()[0] })
  })

  it('lists lines that are no operations and keeps the others', async () => {
    const [good] = someOperations()
    const file = repacked(await backupOf(someOperations()), (entries) => {
      const lines = strToU8(`{"stamp": 1}\nnot json\n${JSON.stringify(good)}\n`)
      const sha256 = createHash('sha256').update(lines).digest('hex')
      const manifest = JSON.parse(strFromU8(entries['manifest.json'] ?? lines))
      Object.assign(manifest, { operations: 3 })
      Object.assign(manifest.entries[0], { size: lines.length, sha256 })
      entries['operations.jsonl'] = lines
      entries['manifest.json'] = strToU8(JSON.stringify(manifest))
    })
    const { operations, quarantined } = await decodeBackup(file)
    expect(operations).toEqual([good])
    expect(quarantined.map(({ line }) => line)).toEqual([1, 2])
    expect(quarantined[1]?.problem).toBe('not a line of JSON')
  })

  it('is read when packed again by hand, as long as it holds what it says', async () => {
    const file = repacked(await backupOf(someOperations()), () => {})
    expect((await decodeBackup(file)).operations).toEqual(someOperations())
  })
})

describe('a damaged backup', () => {
  it('is refused when any one byte has changed', async () => {
    const file = await backupOf(someOperations())
    for (let at = 0; at < file.length; at++) {
      for (const bits of [0xff, 1 << (at % 8)]) {
        const changed = file.slice()
        changed[at] = (changed[at] ?? 0) ^ bits
        const { message } = await problemOf(decodeBackup(changed))
        expect(message).toMatch(/^The file (is|holds|would|was) .{10,}\.$/)
      }
    }
  })

  it('is refused when it ends early, wherever that is', async () => {
    const file = await backupOf(someOperations())
    for (let length = 0; length < file.length; length++) {
      const { code } = await problemOf(decodeBackup(file.subarray(0, length)))
      expect(code).toBe(length < 4 ? 'not-a-bundle' : 'cut-short')
    }
  })

  it('is refused when something has been added to its end', async () => {
    await expectProblem(Uint8Array.of(...(await backupOf(someOperations())), 0), 'cut-short')
  })

  it('is refused when its operations are not those of its manifest', async () => {
    const file = repacked(await backupOf(someOperations()), (entries) => {
      entries['operations.jsonl'] = strToU8(jsonl(someOperations()).replace('triaged', 'retest '))
    })
    await expectProblem(file, 'damaged')
  })

  it('is refused when an entry is missing or one is not listed', async () => {
    const file = await backupOf(someOperations())
    const missing = repacked(file, (entries) => delete entries['operations.jsonl'])
    const unlisted = repacked(file, (entries) => {
      entries['more.txt'] = strToU8('more')
    })
    expect((await expectProblem(missing, 'damaged')).details).toEqual({ entry: 'operations.jsonl' })
    expect((await expectProblem(unlisted, 'damaged')).details).toEqual({ entry: 'more.txt' })
  })

  it('never makes anything but a BundleProblem of random bytes, sealed or not', async () => {
    const start = strToU8('PK\u0003\u0004')
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (noise) => {
        await problemOf(decodeBackup(noise))
        await problemOf(decodeBackup(Uint8Array.of(...start, ...noise)))
      }),
    )
  })

  it('is refused or read as written, never read as something else, when bytes change in an unsealed copy', async () => {
    const file = repacked(await backupOf(someOperations()), () => {})
    const written = await decodeBackup(file)
    const places = fc.array(fc.tuple(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 3,
    })
    await fc.assert(
      fc.asyncProperty(places, async (changes) => {
        const changed = file.slice()
        for (const [at, bits] of changes) changed[at] = (changed[at] ?? 0) ^ bits
        const outcome = await decodeBackup(changed).catch((error: unknown) => error)
        if (!(outcome instanceof BundleProblem)) expect(outcome).toEqual(written)
      }),
      { numRuns: 500 },
    )
  })
})

describe('attached files in a backup', () => {
  const hashed = (content: Uint8Array) => ({
    sha256: createHash('sha256').update(content).digest('hex'),
    content,
  })
  const screenshot = hashed(strToU8('\u0089PNG, let us say'))
  const trace = hashed(new Uint8Array(100_000).fill(7))

  it('come back as they were, each under its hash', async () => {
    const file = await backupOf(someOperations(), { blobs: [screenshot, trace] })
    const { manifest, lines, blobs } = await openBackup(file)
    expect([...lines()]).toHaveLength(3)
    expect([...blobs()].sort((a, b) => a.content.length - b.content.length)).toEqual([screenshot, trace])
    expect(manifest.entries.map(({ name }) => name)).toContain(`blobs/${trace.sha256}`)
    // Anybody can open it with an unzip program.
    expect(unzipSync(file)[`blobs/${screenshot.sha256}`]).toEqual(screenshot.content)
  })

  it('come back whatever they hold', async () => {
    const contents = fc.uniqueArray(fc.uint8Array({ maxLength: 300 }), { maxLength: 5, selector: String })
    await fc.assert(
      fc.asyncProperty(contents, async (list) => {
        const written = list.map(hashed)
        const { blobs } = await openBackup(await backupOf([], { blobs: written }))
        expect([...blobs()]).toEqual(written)
      }),
      { numRuns: 50 },
    )
  })

  it('must be what their name says', async () => {
    const file = await backupOf([], { blobs: [screenshot] })
    const name = `blobs/${screenshot.sha256}`
    const altered = repacked(file, (entries) => {
      entries[name] = strToU8('something else')
    })
    expect(await expectProblem(altered, 'damaged')).toMatchObject({ details: { entry: name } })
    const renamed = repacked(file, (entries) => {
      const manifest = JSON.parse(strFromU8(entries['manifest.json'] ?? strToU8('{}')))
      const other = `blobs/${trace.sha256}`
      for (const entry of manifest.entries) if (entry.name === name) entry.name = other
      entries['manifest.json'] = strToU8(JSON.stringify(manifest))
      entries[other] = screenshot.content
      delete entries[name]
    })
    expect(await expectProblem(renamed, 'damaged')).toMatchObject({
      details: { entry: `blobs/${trace.sha256}` },
    })
  })
})

describe('a file that is no backup, or one that means harm', () => {
  const manifestWith = async (change: (manifest: Record<string, unknown>) => void) =>
    repacked(await backupOf(someOperations()), (entries) => {
      const manifest = JSON.parse(strFromU8(entries['manifest.json'] ?? strToU8('{}')))
      change(manifest)
      entries['manifest.json'] = strToU8(JSON.stringify(manifest))
    })

  it('is refused when it is some other file', async () => {
    await expectProblem(new Uint8Array(0), 'not-a-bundle')
    await expectProblem(strToU8('Summary,Issue key\n'), 'not-a-bundle')
    await expectProblem(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), 'not-a-bundle')
    const other = await manifestWith((manifest) => {
      manifest.format = 'something-else'
    })
    await expectProblem(other, 'not-a-bundle')
  })

  it('of a later format says what to do', async () => {
    const file = await manifestWith((manifest) => {
      manifest.formatVersion = formatVersion + 1
      manifest.kind = 'hologram'
    })
    const { message, details } = await expectProblem(file, 'newer-format')
    expect(message).toContain('newer version of the program')
    expect(details).toEqual({ formatVersion: formatVersion + 1 })
  })

  it('is refused when its manifest is not in order', async () => {
    const file = await manifestWith((manifest) => {
      manifest.laptop = 'MINE'
    })
    expect((await expectProblem(file, 'damaged')).message).toContain('laptop')
  })

  it.each(['../evil', '/etc/passwd', 'a/../../b', 'C:evil', 'a\\b', './a', 'a//b', 'nul\u0000', ''])(
    'is refused for the entry name %j',
    async (name) => {
      await expectProblem(zipSync({ [name]: strToU8('x') }), 'unsafe-name')
    },
  )

  it('is refused when two entries have the same name', async () => {
    const chunks: Uint8Array[] = []
    const zip = new Zip((_, chunk) => chunks.push(chunk))
    for (const text of ['one', 'two']) {
      const entry = new ZipPassThrough('manifest.json')
      zip.add(entry)
      entry.push(strToU8(text), true)
    }
    zip.end()
    await expectProblem(Uint8Array.from(chunks.flatMap((chunk) => [...chunk])), 'damaged')
  })

  it('is refused when it holds too many entries', async () => {
    const names = Array.from({ length: 11 }, (_, index) => [`e${index}`, strToU8('')] as const)
    await expectProblem(zipSync(Object.fromEntries(names)), 'too-large', { ...zipLimits, entries: 10 })
  })

  it('is refused when it would swell, before any of it is unpacked', async () => {
    const zeros = zipSync({ 'operations.jsonl': new Uint8Array(1_000_000) })
    const { details } = await expectProblem(zeros, 'too-large', { ...zipLimits, ratioFrom: 100_000 })
    expect(details).toEqual({ name: 'operations.jsonl', size: 1_000_000 })
    await expectProblem(zeros, 'too-large', { ...zipLimits, totalSize: 999_999 })
  })

  it('is refused when an entry says it is smaller or larger than it is', async () => {
    const file = zipSync({ 'manifest.json': strToU8('x'.repeat(500)) })
    const directory = file.length - 22 - 46 - 'manifest.json'.length
    for (const size of [499, 501]) {
      const lying = file.slice()
      new DataView(lying.buffer).setUint32(directory + 24, size, true)
      await expectProblem(lying, 'damaged')
    }
  })
})
