import type { Intent } from '@domain/merge/intent'
import { rotationPlanKey } from '@domain/model/rotation'
import type { Fields } from '@domain/model/value'
import { readRota, rotaTables } from '@domain/rotation/read-rota'
import type { Rota, RotaTables } from '@domain/rotation/rota'
import type { Shift } from '@domain/rotation/shift'
import { inZone } from '@domain/time/zone'
import { type Laptop, makeLaptop } from './laptop'

export interface RotationSetup {
  readonly key?: string
  readonly role?: string
  readonly zone?: string
  readonly layer?: number
  readonly endsAt?: string
  readonly plan?: Fields
  readonly members: readonly string[]
}

/** Intents for a rotation whose turns of a day begin on Monday 2 March 2026 at nine, unless told otherwise. */
export function rotation(setup: RotationSetup): Intent[] {
  const { key = 'r', role = 'triage', zone = 'Europe/Berlin', layer = 1, endsAt = null, members } = setup
  return [
    { entity: 'rotation', key, fields: { name: key, role, zone, layer, endsAt } },
    plan(key, members, setup.plan),
  ]
}

export function plan(key: string, members: readonly string[], told: Fields = {}): Intent {
  const usual = {
    from: '2026-03-02T09:00',
    startsOn: '2026-03-02',
    handOverAt: '09:00',
    length: 1,
    unit: 'days',
  }
  const places = Object.fromEntries(members.map((person, place) => [`member:${person}`, place]))
  const all = { rotation: key, ...usual, ...told, ...places }
  return {
    entity: 'rotationPlan',
    key: rotationPlanKey(key, all.from, 'until' in all ? String(all.until) : null),
    fields: all,
  }
}

export function rotaOf(laptop: Laptop, zone = 'Europe/Berlin'): Rota {
  return readRota(tablesOf(laptop, zone))
}

export function tablesOf({ replica }: Laptop, zone = 'Europe/Berlin'): RotaTables {
  return rotaTables(replica, zone)
}

export function rotaFrom(intents: readonly Intent[], zone?: string): Rota {
  const laptop = makeLaptop('a')
  laptop.write(intents)
  return rotaOf(laptop, zone)
}

/** `Mon 2 09:00–Tue 3 09:00 priya`, as the clock on the wall tells it. */
export function told(
  shifts: readonly Pick<Shift, 'from' | 'to' | 'person'>[],
  zone = 'Europe/Berlin',
): string[] {
  const time = (at: number) => {
    const { day, hour, minute, month } = inZone(at, zone)
    return `${day}.${month}. ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  }
  return shifts.map(({ from, to, person }) => `${time(from)}–${time(to)} ${person}`)
}
