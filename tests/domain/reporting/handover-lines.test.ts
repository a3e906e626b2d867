import { answerLines, saveSession, writeProposed } from '@domain/handover/commands'
import { type HandoverLine, handoverLines } from '@domain/handover/lines'
import { readHandoverIssues } from '@domain/handover/open-issues'
import { handoverMarkdown } from '@domain/reporting/handover-markdown'
import { handoverPack } from '@domain/reporting/handover-pack'
import { readPack } from '@domain/reporting/read-pack'
import { redactionOf } from '@domain/reporting/redaction'
import { namesAlone, nothing } from '@domain/reporting/withholding'
import type { Planned, Refused } from '@domain/triage/plan'
import { finish } from '@domain/triage/sliced-sort'
import { describe, expect, it } from 'vitest'
import { type Laptop, makeLaptop } from '../../support/laptop'

const hostile = '# <script>alert(1)</script>\n[x](https://evil.example) **bold**'

function carryOut(laptop: Laptop, plan: Planned | Refused) {
  if (!plan.ok) throw new Error(plan.reason)
  laptop.write(plan.intents)
}

function linesOf({ replica, now }: Laptop): HandoverLine[] {
  const issues = finish(readHandoverIssues(replica.rows('issue').values(), now))
  const items = replica.rows('handoverItem').values()
  return handoverLines({ items, sessions: replica.rows('knowledgeSession').values(), issues })
}

function withHandover(title: string): Laptop {
  const ada = makeLaptop('ada')
  ada.write([
    { entity: 'engagement', key: 'engagement', fields: { name: title, zone: 'Europe/Berlin' } },
    { entity: 'person', key: 'p1', fields: { name: 'Katrin Vogel' } },
    {
      entity: 'issue',
      key: 'i1',
      fields: { title, component: title, status: 'triaged', workaround: title, raisedAt: ada.now },
    },
  ])
  carryOut(ada, writeProposed(linesOf(ada)))
  const form = {
    title,
    givenBy: title,
    plannedOn: '',
    attendees: ['Katrin Vogel'],
    place: title,
    detail: title,
  }
  carryOut(ada, saveSession(form, undefined, 's1'))
  const answer = { answer: 'accepted', by: 'Katrin Vogel', note: title } as const
  carryOut(ada, answerLines(linesOf(ada), answer, ada.now))
  return ada
}

const packOf = (laptop: Laptop, withheld: boolean) =>
  handoverPack(linesOf(laptop), laptop.replica.rows('engagement').get('engagement')?.values ?? {}, {
    asOf: laptop.now,
    redaction: redactionOf(laptop.replica, withheld ? namesAlone : nothing),
  })

describe('the handover as a document', () => {
  it('tells what is done, by whom it was accepted, and what is missing', () => {
    const { handover } = packOf(withHandover('Billing'), false)
    expect(handover).toMatchObject({ percent: 50, summary: '2 of 4 are done.' })
    const [ownership] = handover.sections
    expect(ownership?.lines[0]).toMatchObject({
      title: 'Billing',
      isDone: false,
      answer: 'accepted by Katrin Vogel, Mon 2 Mar 2026: Billing',
      lacks: 'nobody takes it over',
    })
  })

  it('withholds the way round a known error, however it is worded there, where that field is marked', () => {
    const ada = withHandover('Billing')
    const isKnownError = ({ kind }: HandoverLine) => kind === 'known-error'
    const key = linesOf(ada).find(isKnownError)?.key ?? ''
    ada.write([{ entity: 'handoverItem', key, fields: { workaround: 'Call Mira on her private number' } }])
    const { handover } = handoverPack(
      linesOf(ada),
      {},
      {
        asOf: ada.now,
        redaction: redactionOf(ada.replica, { ...nothing, fields: ['workaround'] }),
      },
    )
    const [line] = handover.sections.find(({ kind }) => kind === 'known-error')?.lines ?? []
    expect(line?.workaround).toBe('[withheld]')
    expect(JSON.stringify(handover)).not.toContain('private')
  })

  it('is what the print page reads', () => {
    const pack = packOf(withHandover(hostile), false)
    expect(readPack(JSON.stringify(pack))).toEqual(pack)
  })

  it('is Markdown in which nothing that anybody typed is a mark, a tag or a link', () => {
    const markdown = handoverMarkdown(packOf(withHandover(hostile), false))
    expect(markdown).not.toMatch(/(?<!\\)<script/)
    expect(markdown).not.toMatch(/(?<!\\)\[x\]\(/)
    expect(markdown).not.toMatch(/https:\/\//)
    const headings = markdown.split('\n').filter((line) => line.startsWith('#'))
    expect(headings).toHaveLength(7)
    expect(markdown.split('\n').filter((line) => line.startsWith('- ['))).toHaveLength(4)
  })

  it('names nobody where names are withheld', () => {
    const laptop = withHandover('Ask Katrin Vogel')
    expect(handoverMarkdown(packOf(laptop, false))).toContain('Vogel')
    expect(handoverMarkdown(packOf(laptop, true)).replace(/^# .*$/m, '')).not.toMatch(/Katrin|Vogel/)
  })
})
