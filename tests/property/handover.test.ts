import { disputedText, entityWord } from '@domain/conflicts/conflict-words'
import { answerLines, takeAnswerBack } from '@domain/handover/commands'
import { handoverLines } from '@domain/handover/lines'
import { readHandoverIssues } from '@domain/handover/open-issues'
import type { Operation } from '@domain/merge/operation'
import { handoverAnswers } from '@domain/model/handover-item'
import { finish } from '@domain/triage/sliced-sort'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Laptop, makeLaptop } from '../support/laptop'

const keys = ['residual:i1', 'residual:i2', 'ownership:billing'] as const
const telling = { personName: String, issueKey: String, patchName: String, instant: String }

function linesOf({ replica, now }: Laptop) {
  const issues = finish(readHandoverIssues(replica.rows('issue').values(), now))
  return handoverLines({ items: replica.rows('handoverItem').values(), sessions: [], issues })
}

const start: Operation[] = [
  ...makeLaptop('zoe').write(
    ['i1', 'i2'].map((key) => ({
      entity: 'issue',
      key,
      fields: { title: key, component: 'Billing', status: 'new' },
    })),
  ),
]

const said = fc.record({
  laptop: fc.constantFrom(0, 1),
  key: fc.constantFrom(...keys),
  answer: fc.option(fc.constantFrom(...handoverAnswers)),
})

function say(laptop: Laptop, key: string, answer: (typeof handoverAnswers)[number] | null): boolean {
  const line = linesOf(laptop).find((one) => one.key === key)
  if (!line) throw new Error(key)
  laptop.now += 60_000
  const plan = answer
    ? answerLines([line], { answer, by: laptop.id, note: 'as agreed' }, laptop.now)
    : takeAnswerBack(line)
  if (plan.ok) laptop.write(plan.intents)
  return plan.ok
}

describe('acceptances on two laptops', () => {
  it('are the same after an exchange, whatever was said where; no answer is half of one and half of another', () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 12 }), (steps) => {
        const laptops = [makeLaptop('ada'), makeLaptop('ben')] as const
        for (const laptop of laptops) laptop.receive(start)
        const last = [new Map<string, string | null>(), new Map<string, string | null>()] as const
        for (const { laptop, key, answer } of steps)
          if (say(laptops[laptop as 0 | 1], key, answer)) last[laptop as 0 | 1].set(key, answer)
        const [ada, ben] = laptops
        const fromAda = [...ada.operations]
        ada.receive(ben.operations)
        ben.receive(fromAda)
        ada.now = ben.now = Math.max(ada.now, ben.now)
        expect(linesOf(ada).map(({ key, answer, lacks }) => ({ key, answer, lacks }))).toEqual(
          linesOf(ben).map(({ key, answer, lacks }) => ({ key, answer, lacks })),
        )
        for (const key of keys) {
          const values = ada.replica.rows('handoverItem').get(key)?.values
          if (values?.answer) expect(values.answeredBy).toBeTruthy()
          const sides = last.flatMap((told) => (told.has(key) ? [told.get(key) ?? null] : []))
          const words = ada.conflict('handoverItem', key, 'answer')
          if (new Set(sides).size === 2) expect(new Set(words)).toEqual(new Set(sides))
          else expect(words).toEqual([])
          if (sides.length > 0) expect(sides).toContain(values?.answer ?? null)
        }
      }),
    )
  })

  it('that differ are one conflict of both words, settled by answering once more', () => {
    const [ada, ben] = [makeLaptop('ada'), makeLaptop('ben')]
    for (const laptop of [ada, ben]) laptop.receive(start)
    say(ada, 'residual:i1', 'accepted')
    say(ben, 'residual:i1', 'declined')
    ada.receive(ben.operations)
    const both = ada.conflict('handoverItem', 'residual:i1', 'answer')
    expect(entityWord('handoverItem')).toBe('Handover')
    expect(
      both.map((value) => disputedText('handoverItem', 'answer', value ?? null, telling)).sort(),
    ).toEqual(['Accepted', 'Declined'])
    say(ada, 'residual:i1', 'accepted')
    expect(ada.replica.conflicts.size).toBe(0)
    expect(ada.value('handoverItem', 'residual:i1', 'answer')).toBe('accepted')
  })
})
