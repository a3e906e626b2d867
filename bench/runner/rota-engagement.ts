import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Intent } from '../../src/domain/merge/intent'
import { defaultPolicy, engagementKey } from '../../src/domain/model/engagement'
import { rotationPlanKey } from '../../src/domain/model/rotation'
import { bundleOf, makeSigningKey } from '../../tests/support/bundles'
import { makeLaptop } from '../../tests/support/laptop'
import { runHeadless } from '../../tests/support/launch'
import { freshFolder } from './profiles'

const zone = 'Europe/Berlin'
const [layers, perLayer] = [6, 5]
const days = 90
const dayLength = 24 * 60 * 60_000
/** A Sunday three weeks before the clock is put forward. */
const goLive = Date.UTC(2026, 2, 1, 23)

/** Some days into the engagement, in working hours. */
export const rotaNow = '--now=2026-03-16T10:00:00Z'

/** A profile with an engagement of ninety days whose rota has thirty people in six layers, day and night. */
export async function rotaProfile(): Promise<string> {
  const laptop = rotaLaptop()
  const profile = freshFolder()
  const file = join(profile, 'rota.warroom')
  writeFileSync(file, await bundleOf(laptop, laptop.operations, await makeSigningKey()))
  const { exitCode, stdout } = await runHeadless([
    'bundle',
    'import',
    '--profile',
    profile,
    '--file',
    file,
    rotaNow,
  ])
  if (exitCode !== 0) throw new Error(`The engagement with the rota could not be made: ${stdout}`)
  return profile
}

export function rotaLaptop() {
  const laptop = makeLaptop('bench', goLive)
  laptop.write([...people(), ...rotations(), ...needs(), ...changes()])
  return laptop
}

function people(): Intent[] {
  const engagement = {
    ...defaultPolicy,
    name: 'Ninety days',
    zone,
    goLiveAt: goLive,
    plannedEndOn: dayAfter(days),
  }
  return [
    { entity: 'engagement', key: engagementKey, fields: engagement },
    ...numbers(layers * perLayer).map(
      (place): Intent => ({
        entity: 'person',
        key: `p${place}`,
        fields: { name: `Person ${place + 1}`, role: 'triage' },
      }),
    ),
  ]
}

/** Eight hours each, one of the layer after the other. */
function rotations(): Intent[] {
  return numbers(layers).flatMap((layer): Intent[] => {
    const [key, from] = [`r${layer}`, `${dayAfter(0)}T06:00`]
    const members = numbers(perLayer).map((place) => [`member:p${layer * perLayer + place}`, place])
    const turns = {
      rotation: key,
      from,
      startsOn: dayAfter(0),
      handOverAt: '06:00',
      length: 8,
      unit: 'hours',
    }
    return [
      {
        entity: 'rotation',
        key,
        fields: { name: `Desk ${layer + 1}`, role: 'triage', zone, layer: layer + 1 },
      },
      {
        entity: 'rotationPlan',
        key: rotationPlanKey(key, from),
        fields: { ...turns, ...Object.fromEntries(members) },
      },
    ]
  })
}

function needs(): Intent[] {
  return [{ entity: 'coverNeed', key: 'n', fields: { role: 'triage', people: layers, zone } }]
}

/** What ninety days bring: every day somebody else is on somewhere, and every third day somebody is on leave. */
function changes(): Intent[] {
  return numbers(days).flatMap((day): Intent[] => {
    const override = {
      rotation: `r${day % layers}`,
      role: 'triage',
      person: `p${(day * 7) % (layers * perLayer)}`,
      zone,
      from: `${dayAfter(day)}T06:00`,
      to: `${dayAfter(day)}T14:00`,
      madeAt: goLive + day,
    }
    const leave = {
      person: `p${(day * 11) % (layers * perLayer)}`,
      from: dayAfter(day),
      to: dayAfter(day + 2),
    }
    return [
      { entity: 'shiftOverride', key: `o${day}`, fields: override },
      ...(day % 3 === 0 ? [{ entity: 'leave', key: `l${day}`, fields: leave }] : []),
    ]
  })
}

const numbers = (count: number) => Array.from({ length: count }, (_, place) => place)
const dayAfter = (count: number) => new Date(goLive + (count + 0.5) * dayLength).toISOString().slice(0, 10)
