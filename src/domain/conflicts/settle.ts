import { conflictIn, sourcedIn } from '../merge/apply'
import type { Intent } from '../merge/intent'
import type { Fields, Value } from '../model/value'
import type { IssueRow } from '../triage/as-of'
import type { Telling } from '../triage/issue-fields'
import { setStatus } from '../triage/issue-status'
import { type Planned, planned, type Refused } from '../triage/plan'
import type { Conflict, Side } from './conflict'
import { disputedLabel, rowName } from './conflict-words'
import { fieldsAbout } from './together'

/** How many conflicts are settled at once. */
export const settleRules = ['newest', 'mine', 'theirs', 'source', 'shown'] as const
export type SettleRule = (typeof settleRules)[number]

export const settleRuleWords: Readonly<Record<SettleRule, string>> = {
  newest: 'What was written last',
  mine: 'What this laptop wrote',
  theirs: 'What others wrote',
  source: 'What the source said',
  shown: 'What is shown now',
}

/** What a rule would make of a conflict; undefined where it says nothing about it, and the conflict stays. */
export function byRule(rule: SettleRule, { row, field, sides, kind }: Conflict): Side | undefined {
  switch (rule) {
    case 'newest':
      return newest(sides)
    case 'mine':
      return sides.find(({ isMine }) => isMine)
    case 'theirs':
      return newest(sides.filter(({ isMine }) => !isMine))
    case 'source': {
      const said = kind === 'field' ? sourcedIn(row, field) : undefined
      return sides.find(
        (side) => side.writers.some(({ isImported }) => isImported) || (said && side.value === said.value),
      )
    }
    case 'shown':
      return sides.find(({ isShown }) => isShown)
  }
}

export interface Settlement {
  readonly conflict: Conflict
  readonly value: Value
}

/**
 * Writes the chosen values, and what was written about them, which have seen all that stood: an ordinary change, that
 * travels and can be undone.
 * @param issueOf to find the issues of a circle
 */
export function settle(
  settlements: readonly Settlement[],
  now: number,
  issueOf: (key: string) => IssueRow | undefined,
  telling: Telling,
): Planned | Refused {
  const intents: Intent[] = []
  for (const { conflict, value } of settlements) {
    if (conflict.kind === 'field') {
      const { entity, row, field } = conflict
      intents.push({ entity, key: row.key, fields: { [field]: value, ...writtenWith(conflict, value) } })
      continue
    }
    const kept = issueOf(String(value))
    const plan = kept && setStatus(kept, { status: 'triaged' }, now, issueOf)
    if (plan && !plan.ok) return plan
    if (plan) intents.push(...plan.intents)
  }
  return planned(labelOf(settlements, telling), intents)
}

/** What was written about a value together with it, where that is in conflict, too: whoever chooses one chooses the other. */
function writtenWith({ entity, row, field, sides }: Conflict, value: Value): Fields {
  const writers = sides.find((side) => side.value === value)?.writers ?? []
  const stamps = new Set(writers.map(({ stamp }) => stamp))
  const along: Record<string, Value> = {}
  for (const other of fieldsAbout(entity, field)) {
    const leaf = conflictIn(row, other).find(({ stamp }) => stamps.has(stamp))
    if (leaf) along[other] = leaf.value
  }
  return along
}

function labelOf(settlements: readonly Settlement[], telling: Telling): string {
  const [first] = settlements
  if (!first || settlements.length > 1) return `${settlements.length} conflicts settled`
  const { kind, entity, field, row } = first.conflict
  if (kind === 'circle')
    return `${first.value === row.key ? rowName(entity, row, telling) : 'Its duplicate'} stays`
  return `Conflict settled: ${disputedLabel(entity, field).toLowerCase()} of ${rowName(entity, row, telling)}`
}

function newest(sides: readonly Side[]): Side | undefined {
  const at = ({ writers }: Side) => Math.max(...writers.map((writer) => writer.at))
  return sides.reduce<Side | undefined>((a, b) => (a && at(a) >= at(b) ? a : b), undefined)
}
