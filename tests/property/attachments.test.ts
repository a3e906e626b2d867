import 'fake-indexeddb/auto'
import { createHash } from 'node:crypto'
import { dump } from '@domain/merge/dump'
import type { Operation } from '@domain/merge/operation'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { storedBlob } from '../../src/renderer/storage/blobs'
import { deleteDatabase, EngagementDatabase } from '../../src/renderer/storage/database'
import { rebuild } from '../../src/renderer/storage/load'
import type { OpenEngagement } from '../../src/renderer/storage/open-engagement'
import { backup } from '../../src/renderer/workers/jobs/backup'
import { Restoring } from '../../src/renderer/workers/jobs/restore'
import { makeLaptop } from '../support/laptop'
import { openSession } from '../support/storage'

const contents = ['screenshot', 'trace', 'recording', '']
const issues = ['a', 'b']

type Step =
  | { readonly do: 'attach'; readonly content: number; readonly issue: number }
  | { readonly do: 'remove'; readonly which: number }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('attach' as const), content: fc.nat(3), issue: fc.nat(1) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), which: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'undo' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'redo' as const }) },
)

async function take(session: OpenEngagement, step: Step, place: number): Promise<void> {
  if (step.do === 'undo') await session.undo()
  else if (step.do === 'redo') await session.redo()
  else if (step.do === 'remove') {
    const keys = [...session.replica.rows('attachment').keys()]
    const key = keys[step.which % Math.max(1, keys.length)]
    if (key) await session.write('Taken off', [{ entity: 'attachment', key, fields: { removed: true } }])
  } else {
    const blob = await storedBlob(new TextEncoder().encode(contents[step.content]))
    const fields = { issue: issues[step.issue] as string, name: `file-${place}`, sha256: blob.sha256 }
    await session.write('Attached', [{ entity: 'attachment', key: `f${place}`, fields }], { blobs: [blob] })
  }
}

async function textsIn(database: EngagementDatabase): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  for (const { sha256, data } of await database.blobs.toArray()) texts.set(sha256, await data.text())
  return texts
}

let runs = 0

test('whatever is attached, taken off, undone and done again comes back from a backup, contents and all', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const id = `attachments-${++runs}`
      const { session, database } = await openSession(id)
      for (const [place, each] of steps.entries()) await take(session, each, place)
      const shown = dump(session.replica)
      const before = await textsIn(database)
      for (const [sha256, text] of before)
        expect(createHash('sha256').update(text).digest('hex')).toBe(sha256)
      for (const { values } of session.replica.rows('attachment').values())
        expect(values.sha256 && before.has(values.sha256)).toBe(true)
      const input = { engagement: id, name: 'N', client: 'C', laptop: 'aaaaaaaaaa', now: 0 }
      const { file } = await backup(input, () => undefined)

      // What is attached after the backup goes when it is restored; what the backup names stays.
      await take(session, { do: 'attach', content: 2, issue: 0 }, 99)
      await session.close()
      if (runs % 2 === 0) await deleteDatabase(id)
      const restoring = new Restoring()
      await restoring.readBackup({ file }, () => undefined)
      await restoring.putInPlace({ restoration: 'r' }, () => undefined)

      const restored = new EngagementDatabase(id)
      expect(dump((await rebuild(restored)).replica)).toEqual(shown)
      expect(await textsIn(restored)).toEqual(before)
      restored.close()
      await deleteDatabase(id)
    }),
    { numRuns: 40 },
  )
})

test('two laptops that attach, rename and take off agree whatever comes first, and lose nothing', () => {
  const hash = (letter: string) => letter.repeat(64)
  const edit = fc.record({
    laptop: fc.nat(1),
    key: fc.constantFrom('f', 'g'),
    fields: fc.oneof(
      fc.record({ issue: fc.constantFrom('a', 'b'), sha256: fc.constantFrom(hash('c'), hash('d')) }),
      fc.record({ name: fc.string({ maxLength: 5 }) }),
      fc.record({ removed: fc.boolean() }),
    ),
  })
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), fc.infiniteStream(fc.nat(100)), (edits, order) => {
      const laptops = [makeLaptop('ana'), makeLaptop('bo')] as const
      const written: Operation[] = []
      for (const { laptop, key, fields } of edits)
        written.push(...(laptops[laptop] ?? laptops[0]).write({ entity: 'attachment', key, fields }))
      const shuffled = written
        .map((operation) => ({ operation, place: order.next().value ?? 0 }))
        .sort((a, b) => a.place - b.place)
        .map(({ operation }) => operation)
      laptops[0].receive(written)
      laptops[1].receive(shuffled)
      expect(dump(laptops[0].replica)).toEqual(dump(laptops[1].replica))
    }),
  )
})
