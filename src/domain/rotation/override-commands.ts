import type { Row } from '../merge/row'
import type { ShiftOverride } from '../model/entities'
import type { Instant } from '../model/value'
import type { WallTime } from '../time/wall'
import { WallClock, wallMs } from '../time/wall-clock'
import { isZone } from '../time/zone'
import { type Planned, planned, type Refused, refused } from '../triage/plan'
import { wallNow } from './rotation-commands'
import type { ShiftRole } from './shift'

export interface OverrideDraft {
  /** Key of the rotation in whose place somebody is; null for somebody besides all of them. */
  readonly rotation: string | null
  readonly role: ShiftRole
  readonly person: { readonly key: string; readonly name: string } | undefined
  readonly from: WallTime
  readonly to: WallTime
  readonly zone: string
  readonly note: string
}

/** Somebody else is on for a while. It may be for a time that has been: then it tells who really was. */
export function override(key: string, draft: OverrideDraft, now: Instant): Planned | Refused {
  const { rotation, role, person, from, to, zone, note } = draft
  const [begin, end] = [wallMs(from), wallMs(to)]
  if (!person) return refused('Say who is on instead.')
  if (!isZone(zone)) return refused(`${zone || 'Nothing'} is no time zone that is known here.`)
  if (begin === undefined || end === undefined) return refused('Say from when until when.')
  const clock = WallClock.of(zone)
  if (clock.instantAt(begin) >= clock.instantAt(end)) return refused('It ends before it begins.')
  const told = note.trim() === '' ? null : note.trim()
  const fields = { rotation, role, person: person.key, from, to, zone, note: told, madeAt: now }
  const label = rotation ? `${person.name} takes over for a while` : `${person.name} is on besides the others`
  return planned(label, [{ entity: 'shiftOverride', key, fields }])
}

/** An override that has begun ends now; one that has not is taken out. */
export function endOverride({ key, values }: Row<ShiftOverride>, now: Instant): Planned | Refused {
  const wall = wallNow(values.zone, now)
  if (values.to && values.to <= wall)
    return refused('That has been already. Write another override to correct it.')
  if (values.from && values.from < wall)
    return planned('Override ends', [{ entity: 'shiftOverride', key, fields: { to: wall } }])
  return planned('Override taken out', [{ entity: 'shiftOverride', key, fields: { removed: true } }])
}
