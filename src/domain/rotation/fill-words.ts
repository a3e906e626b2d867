import { counted } from '../reporting/words'
import { type RotaTelling, shiftText } from './fatigue-words'
import type { Proposal, Unfilled, WhyNot } from './fill'

const whyWords: Readonly<Record<WhyNot, string>> = {
  away: 'is on leave or has left',
  on: 'is on another shift',
  rest: 'would have too little rest',
  stretch: 'would be on too long without a break',
  days: 'would be on too many days in a row',
  week: 'would have too many hours in seven days',
  'not-found': 'could, but no such rota was found in time',
}

/** `Triage, 24 Nov, 06:00 to 24 Nov, 14:00: Ana is on leave or has left; Ben would have too little rest.` */
export function unfilledText({ slot, whyNot }: Unfilled, telling: RotaTelling): string {
  const place = shiftText(slot, telling)
  if (whyNot.length === 0) return `${place}: nobody is in this role.`
  const why = whyNot.map(({ person, why }) => `${telling.nameOf(person)} ${whyWords[why]}`)
  return `${place}: ${why.join('; ')}.`
}

/** The same words are told once, with how often they hold: two may be short at one time. */
export function unfilledLines(unfilled: readonly Unfilled[], telling: RotaTelling): string[] {
  const counts = new Map<string, number>()
  for (const one of unfilled) {
    const text = unfilledText(one, telling)
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return [...counts].map(([text, count]) => (count > 1 ? `${count} × ${text}` : text))
}

export function proposalText({ slots, filled, unfilled, isBest }: Proposal): string {
  if (slots === 0)
    return 'Nothing is open in this period: every place has somebody and every needed role is covered.'
  const found = `${counted(filled.length, 'shift')} would change hands`
  const left =
    unfilled.length === 0
      ? 'nothing stays open'
      : `${counted(unfilled.length, 'place')} cannot be filled by the rules`
  const best = isBest ? '' : ' It was stopped before a fairer one could be ruled out.'
  return `${found}; ${left}.${best}`
}
