import {
  attachFiles,
  attachmentProblem,
  largestAttachment,
  mostAttached,
  type NewAttachment,
  removeAttachment,
} from '@domain/attachments/commands'
import { keptFileName } from '@domain/attachments/file-name'
import type { Planned, Refused } from '@domain/triage/plan'
import { splitIssue } from '@domain/triage/split'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstMorning, type Laptop, makeLaptop } from '../../support/laptop'

const hash = (letter: string) => letter.repeat(64)
const file = (key: string, letter: string, more: Partial<NewAttachment> = {}): NewAttachment => ({
  key,
  name: `${key}.png`,
  mediaType: 'image/png',
  size: 1_000,
  sha256: hash(letter),
  ...more,
})
const by = { name: 'Ana', now: firstMorning }

function laptopWithIssue(): Laptop {
  const laptop = makeLaptop('ana')
  laptop.write({ entity: 'issue', key: 'a', fields: { shortKey: 'T-1', title: 'Blank labels' } })
  return laptop
}

function issueOf(laptop: Laptop) {
  const row = laptop.replica.rows('issue').get('a')
  if (!row) throw new Error('no issue')
  return row
}

const attach = (laptop: Laptop, files: readonly NewAttachment[]) =>
  attachFiles(issueOf(laptop), files, by, laptop.replica.rows('attachment').values())

function intentsOf(plan: Planned | Refused) {
  if (!plan.ok) throw new Error(plan.reason)
  return plan.intents
}

describe('putting files to an issue', () => {
  it('tells what they are, who put them there and when', () => {
    const laptop = laptopWithIssue()
    const plan = attach(laptop, [file('f', 'c')])
    expect(plan).toMatchObject({ ok: true, label: '“f.png” attached to T-1' })
    laptop.write(intentsOf(plan))
    expect(laptop.replica.rows('attachment').get('f')?.values).toEqual({
      issue: 'a',
      name: 'f.png',
      mediaType: 'image/png',
      size: 1_000,
      sha256: hash('c'),
      addedBy: 'Ana',
      addedAt: firstMorning,
    })
  })

  it('puts what is there already not there again, unless it was taken off', () => {
    const laptop = laptopWithIssue()
    laptop.write(intentsOf(attach(laptop, [file('f', 'c'), file('same', 'c'), file('g', 'd')])))
    expect([...laptop.replica.rows('attachment').keys()]).toEqual(['f', 'g'])
    expect(attach(laptop, [file('again', 'c')])).toMatchObject({ ok: true, intents: [] })
    const attached = laptop.replica.rows('attachment').get('f')
    if (!attached) throw new Error('not attached')
    laptop.write(removeAttachment(issueOf(laptop), attached).intents)
    expect(intentsOf(attach(laptop, [file('again', 'c')]))).toHaveLength(1)
  })

  it('says what is too large, one by one and together, before anything is read', () => {
    expect(attachmentProblem({ name: 'big.mov', size: largestAttachment })).toBeUndefined()
    expect(attachmentProblem({ name: 'big.mov', size: largestAttachment + 1 })).toMatch(/“big.mov” has 51 MB/)
    expect(attachmentProblem({ name: 'folder', size: 0 })).toMatch(/empty, or a folder/)
    const laptop = laptopWithIssue()
    for (let count = 0; count * largestAttachment < mostAttached - largestAttachment; count++)
      laptop.write({
        entity: 'attachment',
        key: `old-${count}`,
        fields: { issue: 'b', size: largestAttachment, sha256: count.toString(16).padStart(64, '0') },
      })
    expect(attach(laptop, [file('f', 'c', { size: largestAttachment })])).toMatchObject({
      ok: false,
      reason: expect.stringContaining('1024 MB together'),
    })
    // What is stored already costs nothing more.
    expect(attach(laptop, [file('f', '0', { size: largestAttachment })])).toMatchObject({ ok: true })
  })

  it('goes along with a split where it is chosen', () => {
    const laptop = laptopWithIssue()
    laptop.write(intentsOf(attach(laptop, [file('f', 'c')])))
    const attachment = laptop.replica.rows('attachment').get('f')
    if (!attachment) throw new Error('not attached')
    const split = { key: 'b', shortKey: 'T-2', title: 'Scanner', comments: [] }
    const plan = splitIssue(issueOf(laptop), { ...split, attachments: [{ key: 'f2', attachment }] })
    laptop.write(intentsOf(plan))
    expect(laptop.replica.rows('attachment').get('f2')?.values).toEqual({ ...attachment.values, issue: 'b' })
  })
})

describe('the name of a file', () => {
  it('is one line that can be seen as it is', () => {
    expect(keptFileName(' Foto\n der   Kasse.png ')).toBe('Foto der Kasse.png')
    expect(keptFileName('invoice\u202egnp.exe')).toBe('invoicegnp.exe')
    expect(keptFileName('\u200b')).toBe('File')
    expect(keptFileName(`${'long '.repeat(100)}.log`)).toMatch(/^.{196}\.log$/)
  })

  it('is kept as it is once it has been kept', () => {
    const letters = fc.array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 300 })
    fc.assert(
      fc.property(letters, (codes) => {
        const name = String.fromCodePoint(...codes)
        const kept = keptFileName(name)
        expect(kept.length).toBeGreaterThan(0)
        expect(kept.length).toBeLessThanOrEqual(200)
        expect(/[\p{Cc}\p{Cf}]/u.test(kept)).toBe(false)
      }),
    )
  })
})
