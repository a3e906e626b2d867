import type { BulletinSection } from '../model/bulletin'
import type { Audience } from '../model/entities'
import type { Instant } from '../model/value'
import { endedAt, type IssueRow, isEnded, phaseAt, phasesOf, raisedAt } from '../triage/as-of'
import { publicWords } from './public-fields'

/** What users may learn about an issue: its public words, how it stands for them, and what brings the fix. */
export class PublicIssue {
  declare private readonly projected: true

  private constructor(
    /** Tells lines apart; never shown. */
    readonly key: string,
    readonly title: string,
    readonly text: string,
    readonly workaround: string,
    readonly section: Exclude<BulletinSection, 'also'>,
    /** The patch that the fix comes with, as users may know it; '' where there is none yet. */
    readonly ride: string,
    /** When it was fixed. */
    readonly fixedAt: Instant | undefined,
    /** Where it stands among the others: the gravest first, then the oldest. It is a number and holds no words. */
    readonly place: number,
  ) {
    Object.freeze(this)
  }

  /** Undefined where users are told nothing of the issue: it is not marked, was given up, or is a duplicate. */
  static of(row: IssueRow, now: Instant, rideOf: RideOf): PublicIssue | undefined {
    const { publish, publicTitle = '', publicText = '', publicWorkaround = '' } = publicWords(row.values)
    if (!publish) return undefined
    const phases = phasesOf(row)
    const phase = phaseAt(phases, now)
    if (!phase || phase.status === 'declined' || phase.status === 'duplicate') return undefined
    const fixed = isEnded(phase.status)
    const ride = row.values.patch ? rideOf(row.values.patch) : ''
    const coming = ride !== '' || phase.status === 'fix-ready' || phase.status === 'retest'
    return new PublicIssue(
      row.key,
      publicTitle.trim(),
      publicText.trim(),
      publicWorkaround.trim(),
      fixed ? 'fixed' : coming ? 'coming' : 'known',
      fixed ? '' : ride,
      fixed ? endedAt(phases, now) : undefined,
      (phase.severity ?? 4) * beyondAnyInstant + raisedAt(row),
    )
  }
}

/** What users are told of a patch, by its key: its name, and when it comes. */
export type RideOf = (patch: string) => string

const beyondAnyInstant = 1e14

/**
 * Whether an audience hears of an issue: those that the issue names or, where it names none, all that want to hear of
 * its unit and component. What this reads chooses, and is never told.
 */
export function isMeantFor(
  row: IssueRow,
  audience: string,
  { values }: { readonly values: Audience },
): boolean {
  const named = elementsOf(row.values, 'audience:')
  if (named.length > 0) return named.includes(audience)
  return (
    wants(elementsOf(values, 'unit:'), row.values.reporterUnit) &&
    wants(elementsOf(values, 'component:'), row.values.component)
  )
}

function wants(named: readonly string[], value: string | null | undefined): boolean {
  return named.length === 0 || (value != null && named.includes(value.trim()))
}

/** Names of the elements of a set that are in it. */
export function elementsOf(values: object, prefix: string): string[] {
  return Object.entries(values)
    .filter(([field, value]) => value === true && field.startsWith(prefix))
    .map(([field]) => field.slice(prefix.length))
    .sort()
}
