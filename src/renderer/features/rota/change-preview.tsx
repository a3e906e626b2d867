import type { Instant } from '@domain/model/value'
import { type Effect, type Effects, effects, rotaWith } from '@domain/rotation/preview'
import type { Planned, Refused } from '@domain/triage/plan'
import { useCallback } from 'react'
import { useMinute } from '../../view-state/clock'
import { useInTurns } from '../../view-state/use-in-turns'
import { useRota } from '../../view-state/use-rota'
import { useTelling } from '../../view-state/use-telling'
import { useZone } from '../../view-state/use-zone'
import styles from './dialogs.module.css'
import { lengthText, spanText } from './words'

const daysAhead = 90
const dayLength = 24 * 60 * 60_000
const mostNamed = 3

export interface ChangePreviewProps {
  readonly plan: Planned | Refused
  readonly from?: Instant | undefined
  /** Whether somebody has tried to write it: then what is missing is said loudly. */
  readonly tried: boolean
}

interface Found extends Effects {
  /** Of which it tells: another one may be typed while it is worked out. */
  readonly plan: Planned
}

/** Whom a change affects and what it does to the cover, before it is written. */
export function ChangePreview({ plan, from, tried }: ChangePreviewProps) {
  const { rota, tables } = useRota()
  const now = useMinute()
  const begin = Math.min(now, from ?? now)
  const found = useInTurns(
    useCallback(
      function* (): Generator<void, Found | undefined> {
        if (!plan.ok) return undefined
        const after = rotaWith(tables, plan.intents)
        yield
        return { plan, ...(yield* effects(rota, after, begin, begin + daysAhead * dayLength)) }
      },
      [plan, rota, tables, begin],
    ),
  )
  return (
    <section
      className={styles.preview}
      aria-label="What this changes"
      aria-live="polite"
      aria-busy={plan.ok && found?.plan !== plan}
    >
      <h3 className={styles.heading}>What this changes in {daysAhead} days</h3>
      {!plan.ok && (
        <p className={tried ? styles.problem : styles.quiet} role={tried ? 'alert' : undefined}>
          {plan.reason}
        </p>
      )}
      {plan.ok && found && (
        <>
          <p>{gapWords(found.gapsBefore, found.gapsAfter)}</p>
          {found.people.length === 0 && <p className={styles.quiet}>Nobody’s shifts change.</p>}
          <ul className={styles.effects}>
            {found.people.map((effect) => (
              <EffectLine key={effect.person} effect={effect} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function EffectLine({ effect }: { readonly effect: Effect }) {
  const { personName } = useTelling()
  const { person, gains, loses, difference } = effect
  return (
    <li>
      <p className={styles.who}>
        <span>{personName(person)}</span>
        <span data-numeric>{difference === 0 ? 'same hours' : signed(difference)}</span>
      </p>
      <Shifts sign="Gets" shifts={gains} />
      <Shifts sign="Loses" shifts={loses} />
    </li>
  )
}

function Shifts({ sign, shifts }: { readonly sign: string; readonly shifts: Effect['gains'] }) {
  const zone = useZone()
  if (shifts.length === 0) return null
  const more = shifts.length - mostNamed
  return (
    <ul className={styles.shifts}>
      {shifts.slice(0, mostNamed).map((shift) => (
        <li key={shift.key}>
          {sign} {spanText(shift, zone)}
        </li>
      ))}
      {more > 0 && <li>and {more} more</li>}
    </ul>
  )
}

function gapWords(before: number, after: number): string {
  if (before === 0 && after === 0) return 'No needed role is left without cover.'
  if (before === after) return `Without enough people, before and after: ${lengthText(after)}.`
  return `Without enough people: ${lengthText(after)} instead of ${lengthText(before)}.`
}

const signed = (ms: number) => (ms > 0 ? `+${lengthText(ms)}` : `−${lengthText(-ms)}`)
