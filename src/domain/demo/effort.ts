import { cast, lead } from './cast'
import type { DemoIntent } from './issues'
import { Random } from './random'
import { type Calendar, hour, threeWeeks } from './timing'

/** Long days at first, and usual ones as hypercare calms down. */
const hoursOn = (day: number, random: Random) => Math.round(2 * (leastOn(day) + 3 * random.next())) / 2
const leastOn = (day: number) => (day < 7 ? 8 : day <= threeWeeks ? 6 : 3)
/** Of those who were there, so many are still asked for in each of the weeks after the third. */
const stillThere = [0.7, 0.3, 0.2]

/** What the consultants wrote down of their days. */
export function* effort(calendar: Calendar, seed: number): Generator<DemoIntent> {
  const random = new Random(seed ^ 0x0ef0)
  const consultants = cast.filter(({ side }) => side === 'project')
  for (const [place, { day, start, working }] of calendar.days.entries()) {
    const at = start + 19 * hour
    if (!working || at > calendar.now) continue
    for (const { key, leftAfter } of consultants) {
      if (leftAfter !== undefined && place > leftAfter) continue
      const later = Math.floor((place - threeWeeks - 1) / 7)
      if (later >= 0 && !random.chance(stillThere[Math.min(later, 2)] ?? 0)) continue
      yield {
        entity: 'effort',
        key: `effort:${place}:${key}`,
        fields: { day, person: key, hours: hoursOn(place, random), source: 'typed' },
        at,
        by: lead.name,
      }
    }
  }
}
