import type { Fields, Instant } from '../model/value'
import { classWords, teamWords } from '../triage/words'
import { cast } from './cast'
import type { DemoIntent } from './issues'
import { type Calendar, hour, minute } from './timing'

const noon = 12.5 * hour
/** From looking at the first issue to deciding of it. */
const beforeFirst = 3 * minute
/** Whoever decides of a single issue does so where it is, and not in triage. */
const fewest = 2
const most = 40

interface Decided {
  readonly issue: string
  readonly at: Instant
  readonly words: string
}

/**
 * Who went through the inbox and what they decided: of the first steps of issues, what one person decided in one half of
 * a day. Today's rounds are left to whoever looks at the demo.
 */
export class TriageSittings {
  private readonly decided = new Map<string, Decided[]>()
  private readonly raised: Instant[] = []
  private readonly taken: Instant[] = []
  private readonly names = new Map<string, string>()

  constructor(private readonly calendar: Calendar) {}

  follow({ entity, key, fields, at, by }: DemoIntent): void {
    if (entity !== 'issue') return
    if (fields.raisedAt !== undefined) {
      this.raised.push(at)
      this.names.set(key, String(fields.shortKey))
    }
    if (fields.acknowledgedAt === undefined) return
    this.taken.push(at)
    const half = this.halfDayOf(at)
    if (half === undefined) return
    const sitting = `${half}:${by}`
    const decided = { issue: key, at, words: this.wordsOf(fields) }
    const before = this.decided.get(sitting)
    if (before) before.push(decided)
    else this.decided.set(sitting, [decided])
  }

  *told(): Generator<DemoIntent> {
    const raised = new Counted(this.raised)
    const taken = new Counted(this.taken)
    for (const [sitting, all] of this.decided) {
      const by = sitting.slice(sitting.indexOf(':') + 1)
      all.sort((a, b) => a.at - b.at)
      for (let from = 0; from + fewest <= all.length; from += most) {
        const part = all.slice(from, from + most)
        const [first, last] = [part[0], part.at(-1)]
        if (!first || !last) continue
        yield {
          entity: 'triageSession',
          key: `triage-session:demo-${first.issue}`,
          at: last.at,
          by,
          fields: {
            startedAt: first.at - beforeFirst,
            endedAt: last.at,
            by,
            left: Math.max(0, raised.upTo(last.at) - taken.upTo(last.at)),
            removed: false,
            ...Object.fromEntries(part.map(({ issue, words }) => [`decided:${issue}`, words])),
          },
        }
      }
    }
  }

  /** Undefined for today. */
  private halfDayOf(at: Instant): string | undefined {
    const place = this.calendar.days.findLastIndex(({ start }) => start <= at)
    const day = this.calendar.days[place]
    if (!day || place === this.calendar.days.length - 1) return undefined
    return `${day.day}-${at < day.start + noon ? 'morning' : 'afternoon'}`
  }

  private wordsOf({ severity, class: issueClass, owner, team, duplicateOf }: Fields): string {
    if (typeof duplicateOf === 'string') return `merged into ${this.names.get(duplicateOf) ?? duplicateOf}`
    const name = cast.find(({ key }) => key === owner)?.name
    return [
      severity !== undefined && `severity ${severity}`,
      `class ${classWords[issueClass as keyof typeof classWords].toLowerCase()}`,
      name !== undefined && `owner ${name}`,
      `team ${teamWords[team as keyof typeof teamWords].toLowerCase()}`,
      'triaged',
    ]
      .filter(Boolean)
      .join('\n')
  }
}

/** Some instants, to be asked how many of them had come by another. */
class Counted {
  private readonly sorted: Float64Array

  constructor(instants: readonly Instant[]) {
    this.sorted = Float64Array.from(instants).sort()
  }

  upTo(instant: Instant): number {
    let [low, high] = [0, this.sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.sorted[middle] as number) <= instant) low = middle + 1
      else high = middle
    }
    return low
  }
}
