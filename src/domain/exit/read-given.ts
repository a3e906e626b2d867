import { activeShareAt } from '../adoption/active-share-at'
import { handoverCompleteness } from '../handover/completeness'
import { handoverLines } from '../handover/lines'
import { type ComponentName, componentKey } from '../handover/open-issues'
import type { Replica } from '../merge/replica'
import type { Instant } from '../model/value'
import { standingSignOff } from '../sign-off/standing'
import { isOpen } from '../triage/as-of'
import type { GivenAt } from './given'
import type { IssueLife } from './issue-facts'
import type { Sorted } from './sorted'
import { type Spell, Spells } from './spells'

/** What adoption, the handover and the sponsor's signatures say of any moment up to the reading's. */
export function readGiven(replica: Replica, issues: Sorted<IssueLife>, zone: string): GivenAt {
  const items = replica.rows('handoverItem')
  const sessions = replica.rows('knowledgeSession')
  const signOffs = replica.rows('signOff')
  const open = new Spells(issues.all.flatMap(openSpells))
  const components = new Components(issues)
  return (asOf) => {
    const lines = handoverLines({
      items: items.values(),
      sessions: sessions.values(),
      issues: {
        asOf,
        components: components.at(asOf),
        open: new Map(open.at(asOf).map(({ issue }) => [issue.row.key, issue.row])),
      },
    })
    return {
      activeShare: activeShareAt(replica, zone, asOf),
      handover: handoverCompleteness(lines),
      signedOff: standingSignOff(signOffs.values(), asOf)?.accepted,
    }
  }
}

interface OpenSpell extends Spell {
  readonly issue: IssueLife
}

function openSpells(issue: IssueLife): OpenSpell[] {
  return issue.phases.flatMap((phase, place): OpenSpell[] => {
    const until = issue.phases[place + 1]?.from ?? Infinity
    return isOpen(phase) ? [{ issue, from: phase.from, until }] : []
  })
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
