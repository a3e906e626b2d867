import * as z from 'zod/mini'
import { handoverCompleteness, percentDone } from '../handover/completeness'
import { attendeesOf, type HandoverLine } from '../handover/lines'
import { type HandoverKind, handoverKinds, kindWords } from '../handover/words'
import type { Instant } from '../model/value'
import { formatDay } from '../time/format'
import { dayOf } from '../time/zone'
import { type IssueRow, severityAt, statusAt } from '../triage/as-of'
import { statusWords } from '../triage/words'
import { clip } from './clip'
import { numberText } from './number-text'
import { amount, text } from './pack'
import { type Redaction, withheldField } from './redaction'

const line = z.object({
  title: text,
  /** From whom to whom, who was there, where it is. */
  about: z.array(text),
  detail: text,
  workaround: text,
  isDone: z.boolean(),
  /** Accepted or declined, by whom, when, and with which words; '' where nobody has said anything. */
  answer: text,
  /** Why it is not done; '' where it is. */
  lacks: text,
})

const section = z.object({
  kind: z.enum(handoverKinds),
  heading: text,
  purpose: text,
  done: amount,
  of: amount,
  /** The first that find room; `count` says how many there are. */
  lines: z.array(line),
  count: amount,
})

/** The handover in words, for paper and for Markdown. */
export const handoverPartSchema = z.object({
  percent: amount,
  summary: text,
  sections: z.array(section),
})
export type HandoverPart = z.infer<typeof handoverPartSchema>
export type HandoverSectionPart = z.infer<typeof section>
export type HandoverLinePart = z.infer<typeof line>

/** How many lines, and how much of a text, find room. */
const room = { lines: 500, title: 200, name: 80, detail: 600 }

export interface HandoverAbout {
  readonly asOf: Instant
  readonly zone: string
  readonly redaction?: Redaction | undefined
}

/** Everything that is needed for the handover, section by section; what was only proposed is left out. */
export function handoverOf(lines: readonly HandoverLine[], about: HandoverAbout): HandoverPart {
  const needed = lines.filter(({ isNeeded }) => isNeeded)
  const completeness = handoverCompleteness(needed)
  const { done, of } = completeness
  return {
    percent: percentDone(completeness),
    summary: of === 0 ? 'Nothing has been listed yet.' : `${numberText(done)} of ${numberText(of)} are done.`,
    sections: handoverKinds.map((kind) => {
      const own = needed.filter((one) => one.kind === kind)
      return {
        kind,
        heading: headings[kind] ?? kindWords[kind].all,
        purpose: kindWords[kind].purpose,
        ...completeness.kinds[kind],
        lines: own.slice(0, room.lines).map((one) => linePart(one, about)),
        count: own.length,
      }
    }),
  }
}

/** On paper a heading stands without the screen around it. */
const headings: Partial<Record<HandoverKind, string>> = { residual: 'Residual items accepted' }

const asItIs = (said: string) => said

function linePart(one: HandoverLine, about: HandoverAbout): HandoverLinePart {
  const { text: readable = asItIs } = about.redaction ?? {}
  const told = (said: string | null | undefined, limit: number) => clip(readable(said ?? ''), limit)
  // A known error has a wording of its own, which need not be that of its issue.
  const isMarked = about.redaction?.withholding.fields.includes('workaround')
  const { workaround = '' } = one.kind === 'session' ? {} : (one.row?.values ?? {})
  return {
    title: told(one.title, room.title) || 'Untitled',
    about: aboutOf(one, about).filter((part) => part !== ''),
    detail: one.kind === 'known-error' || one.row ? told(one.row?.values.detail, room.detail) : '',
    workaround: isMarked && workaround ? withheldField : told(workaround, room.detail),
    isDone: one.lacks.length === 0,
    answer: answerText(one, about),
    lacks: one.lacks.filter((lack) => lack !== one.answer).join(', '),
  }
}

function aboutOf(one: HandoverLine, { redaction, asOf }: HandoverAbout): string[] {
  const { text: readable = asItIs, person = asItIs } = redaction ?? {}
  const name = (said: string | null | undefined) => clip(person(said ?? ''), room.name)
  const place = clip(readable(one.row?.values.place ?? ''), room.title)
  if (one.kind === 'session') {
    const { givenBy, plannedOn, heldAt } = one.row?.values ?? {}
    const isHeld = heldAt != null && heldAt <= asOf
    const names = one.row ? attendeesOf(one.row) : []
    const there = redaction?.withholding.names ? `${names.length} people` : names.map(name).join(', ')
    return [
      givenBy ? `shown by ${name(givenBy)}` : '',
      names.length > 0 ? `${isHeld ? 'there were' : 'for'} ${there}` : '',
      !isHeld && plannedOn ? `planned for ${formatDay(plannedOn)}` : '',
      place,
    ]
  }
  const { givenBy, takenBy, dueOn } = one.row?.values ?? {}
  return [
    givenBy ? `from ${name(givenBy)}` : '',
    takenBy ? `to ${name(takenBy)}` : '',
    dueOn && one.lacks.length > 0 ? `until ${formatDay(dueOn)}` : '',
    place,
    one.issue ? issueText(one.issue, asOf) : '',
  ]
}

function issueText(issue: IssueRow, asOf: Instant): string {
  const severity = severityAt(issue, asOf)
  const status = statusWords[statusAt(issue, asOf) ?? 'new'].toLowerCase()
  return `${severity ? `severity ${severity}` : 'no severity yet'}, ${status}`
}

function answerText(one: HandoverLine, { zone, redaction }: HandoverAbout): string {
  if (!one.answer || !one.row) return ''
  const { answeredBy, answeredAt, answerNote } = one.row.values
  const { text: readable = asItIs, person = asItIs } = redaction ?? {}
  const by = clip(person(answeredBy ?? ''), room.name)
  const on = answeredAt == null ? '' : `, ${formatDay(dayOf(answeredAt, zone))}`
  const note = clip(readable(answerNote ?? ''), room.detail)
  return `${one.answer} by ${by}${on}${note ? `: ${note}` : ''}`
}
