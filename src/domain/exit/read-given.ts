import { activeShareAt } from '../adoption/active-share-at'
import { countLines } from '../handover/lines'
import { type ComponentName, type CountedIssues, componentKey } from '../handover/open-issues'
import type { Replica } from '../merge/replica'
import type { Instant } from '../model/value'
import { standingSignOff } from '../sign-off/standing'
import { isOpen, phaseAt } from '../triage/as-of'
import type { GivenAt } from './given'
import type { IssueLife } from './issue-facts'
import { countTo, type Sorted } from './sorted'

/** What adoption, the handover and the sponsor's signatures say of any moment up to the reading's. */
export function* readGiven(
  replica: Replica,
  issues: Sorted<IssueLife>,
  zone: string,
): Generator<void, GivenAt> {
  const items = replica.rows('handoverItem')
  const sessions = replica.rows('knowledgeSession')
  const signOffs = replica.rows('signOff')
  const open = yield* OpenIssues.of(issues.all)
  const components = new Components(issues)
  return (asOf) => {
    const counted = { asOf, components: components.at(asOf), open: open.at(asOf) }
    return {
      activeShare: activeShareAt(replica, zone, asOf),
      handover: countLines({ items: items.values(), sessions: sessions.values(), issues: counted }),
      signedOff: standingSignOff(signOffs.values(), asOf)?.accepted,
    }
  }
}

const readBetweenYields = 500

/** Which issues were open at a moment, and how many, without looking at each of them. */
class OpenIssues {
  private constructor(
    private readonly byKey: ReadonlyMap<string, IssueLife>,
    private readonly opened: Float64Array,
    private readonly ended: Float64Array,
  ) {}

  static *of(issues: readonly IssueLife[]): Generator<void, OpenIssues> {
    const byKey = new Map<string, IssueLife>()
    const opened: Instant[] = []
    const ended: Instant[] = []
    for (const [read, issue] of issues.entries()) {
      if (read % readBetweenYields === 0) yield
      byKey.set(issue.row.key, issue)
      for (const [place, phase] of issue.phases.entries()) {
        if (!isOpen(phase)) continue
        opened.push(phase.from)
        ended.push(issue.phases[place + 1]?.from ?? Infinity)
      }
    }
    return new OpenIssues(byKey, Float64Array.from(opened).sort(), Float64Array.from(ended).sort())
  }

  at(instant: Instant): CountedIssues['open'] {
    return {
      size: countTo(this.opened, instant) - countTo(this.ended, instant),
      get: (key) => {
        const issue = this.byKey.get(key)
        const phase = issue && phaseAt(issue.phases, instant)
        return phase && isOpen(phase) ? issue.row : undefined
      },
    }
  }
}

/** The components that issues had named by a moment; asked of one moment after the other it goes on from the last. */
class Components {
  private known = new Map<string, ComponentName>()
  private asked = -Infinity

  constructor(private readonly issues: Sorted<IssueLife>) {}

  at(instant: Instant): ReadonlyMap<string, ComponentName> {
    if (instant < this.asked) {
      this.known = new Map()
      this.asked = -Infinity
    }
    for (const { row } of this.issues.within(this.asked, instant)) {
      const name = row.values.component?.trim()
      if (!name) continue
      const key = componentKey(name)
      const known = this.known.get(key)
      this.known.set(key, { name: known?.name ?? name, issues: (known?.issues ?? 0) + 1 })
    }
    this.asked = instant
    return this.known
  }
}
