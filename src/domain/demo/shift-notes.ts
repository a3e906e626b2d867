import { cast, lead } from './cast'
import type { DemoIntent } from './issues'
import { Deck, Random } from './random'
import { type Calendar, hour, minute } from './timing'

/** So that notes change nothing of the story of the issues. */
const ownSeed = 0x4e4f
const ends = 17.5 * hour
const begins = 8 * hour
const shiftLength = 9 * hour

const team = ['Jonas Keller', 'Priya Raman', 'Tomasz Nowak', 'Sofia Marin'].map(
  (name) => cast.find((member) => member.name === name) ?? lead,
)

const next = [
  'Watch the billing run at 22:00; if it holds on portion 07, call Sofia before restarting it.',
  'Vendor promised a trace by tomorrow noon. Remind them at ten if nothing has come.',
  'Two retests are set up for the morning, the testers know. Nothing else to prepare.',
  'Customer Centre North calls at eight about the address lock. They only want to hear where it stands.',
  'The print queue was restarted at four. If it stops again, do not restart it: we want to see the log.',
] as const

const quiet = [
  'Otherwise quiet: mostly questions about moves, all answered on the floor.',
  'The afternoon was busy, the inbox is empty again.',
  'Nothing new since three.',
  'Handled the rest together with the service desk; they needed no help with the access requests.',
] as const

/** Whoever stays on alone has nobody to hand over to. */
const lastEvening = 28

/** What each late shift left to the next morning; the last note still waits to be read. */
export function* shiftNotes(calendar: Calendar, seed: number): Generator<DemoIntent> {
  const random = new Random(seed ^ ownSeed)
  const [tasks, closings] = [new Deck(next, random), new Deck(quiet, random)]
  const evenings = calendar.days
    .slice(0, lastEvening + 1)
    .filter(({ working, start }) => working && start + ends < calendar.now)
  for (const [place, { day, start }] of evenings.entries()) {
    const [by, to] = [team[place % team.length] ?? lead, team[(place + 1) % team.length] ?? lead]
    const handedAt = start + ends
    const key = `shift-note:demo-${day}`
    const since = handedAt - shiftLength
    const text = [`What comes next\n- ${tasks.draw()}`, closings.draw()].join('\n\n')
    yield {
      entity: 'shiftNote',
      key,
      fields: {
        author: by.name,
        role: 'triage',
        givenBy: by.key,
        givenTo: to.key,
        since,
        text,
        removed: false,
      },
      at: handedAt - 20 * minute,
      by: by.name,
    }
    yield { entity: 'shiftNote', key, fields: { handedAt }, at: handedAt, by: by.name }
    const morning = evenings[place + 1]
    if (!morning) continue
    const readAt = morning.start + begins + random.between(0, 25) * minute
    const fields = { [`acknowledged:${to.name}`]: readAt }
    yield { entity: 'shiftNote', key, fields, at: readAt, by: to.name }
  }
}
