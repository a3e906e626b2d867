import { roleWords } from '@domain/ownership/role-words'
import { type OnAndNext, onAndNext } from '@domain/rotation/on-and-next'
import { firstName } from '@domain/rotation/short-names'
import { dayOf } from '@domain/time/zone'
import { useMemo } from 'react'
import { Link } from 'wouter'
import { Icon } from '../ui/icon'
import { useMinute } from '../view-state/clock'
import { paths } from '../view-state/paths'
import { useRota } from '../view-state/use-rota'
import { useTelling } from '../view-state/use-telling'
import { useInstantText, useShortInstantText, useZone } from '../view-state/use-zone'
import styles from './on-now.module.css'

/** Who is on in each role and who comes next, below every screen; nothing where there is no rota. */
export function OnNow() {
  const { rota } = useRota()
  const minute = useMinute()
  const roles = useMemo(() => onAndNext(rota, minute), [rota, minute])
  if (roles.length === 0) return null
  return (
    <aside className={styles.strip} aria-label="On shift now">
      <ul className={styles.roles}>
        {roles.map((role) => (
          <RoleNow key={role.role} {...role} />
        ))}
      </ul>
    </aside>
  )
}

function RoleNow({ role, on, next, isShort }: OnAndNext) {
  const { personName } = useTelling()
  const full = useInstantText()
  const short = useShortInstantText()
  const zone = useZone()
  const minute = useMinute()
  const names = on.length > 0 ? on.map(({ person }) => personName(person)).join(', ') : 'nobody'
  const shown = on.length > 1 ? on.map(({ person }) => firstName(personName(person))).join(', ') : names
  const until = on.length > 0 ? `until ${full(Math.min(...on.map(({ to }) => to)))}` : ''
  const later = next && `then ${personName(next.person)}, from ${full(next.from)}`
  const isToday = next && dayOf(next.from, zone) === dayOf(minute, zone)
  const nextAt = next && (isToday ? full(next.from).slice(-5) : short(next.from))
  return (
    <li className={styles.role}>
      <Link
        href={paths.rota}
        className={styles.link}
        data-tooltip={[`${roleWords[role]}: ${names}`, until, later].filter(Boolean).join(' · ')}
      >
        {isShort && <Icon name="warning" />}
        <span className={styles.quiet}>{roleWords[role]}</span>
        <span className={isShort ? styles.short : styles.name}>
          {isShort && on.length > 0 ? `${shown}, too few` : shown}
        </span>
        {next && !on.some(({ person }) => person === next.person) && (
          <span className={styles.next}>
            then {firstName(personName(next.person))} {nextAt}
          </span>
        )}
      </Link>
    </li>
  )
}
