import { fieldProblem } from '../model/entities'
import { counted } from '../reporting/words'
import type { Day } from '../time/day'
import { isDay } from '../time/day'
import { formatDay } from '../time/format'
import { nothingToDo, type Planned, planned, type Refused, refused } from '../triage/plan'
import type { EffortRow, PhaseRow } from './plan'
import type { TaperingPreset } from './presets'
import type { ShiftHours } from './shift-hours'
import { effortText } from './words'

/** No person has more of them. */
const hoursInDay = 24
const longestPhase = 100_000

/** Takes a preset as the plan, in place of the phases there were. @param keyOf a fresh key for each */
export function takePreset(
  preset: TaperingPreset,
  standing: Iterable<PhaseRow>,
  keyOf: () => string,
): Planned {
  const old = [...standing].filter(({ values }) => values.removed !== true)
  return planned(`Plan taken: ${preset.title}`, [
    ...old.map(({ key }) => ({ entity: 'cadencePhase', key, fields: { removed: true } })),
    ...preset.phases.map((phase) => ({ entity: 'cadencePhase', key: keyOf(), fields: { ...phase } })),
  ])
}

/** Sets what a phase may cost, in person days; null clears it. */
export function planEffort({ key, values }: PhaseRow, days: number | null): Planned | Refused {
  if (days !== null && !(days >= 0 && days <= longestPhase))
    return refused('Effort is a number of person days.')
  const name = values.name || 'Phase'
  const told = days === null ? 'cleared' : `set to ${effortText(days)}`
  return planned(`Planned effort of ${name} ${told}`, [
    { entity: 'cadencePhase', key, fields: values.effortDays === days ? {} : { effortDays: days } },
  ])
}

/** What of a phase is said in words, and how each is called. */
export const phaseWords = { rota: 'Who is on', targets: 'What is to be reached' } as const
export type PhaseWords = keyof typeof phaseWords

/** Says who is on in a phase, or what is to be reached by its end; empty text clears it. */
export function wordPhase({ key, values }: PhaseRow, field: PhaseWords, text: string): Planned | Refused {
  const said = text.normalize('NFC').trim() || null
  if (fieldProblem('cadencePhase', field, said)) return refused('That text is too long.')
  const label = `${phaseWords[field]} in ${values.name || 'Phase'} ${said === null ? 'cleared' : 'changed'}`
  const fields = (values[field] ?? null) === said ? {} : { [field]: said }
  return planned(label, [{ entity: 'cadencePhase', key, fields }])
}

export interface EffortForm {
  readonly day: Day
  readonly person: string | null
  readonly hours: number | null
  readonly note: string
}

/** Writes down hours spent. @param key a fresh one */
export function tellEffort(key: string, { day, person, hours, note }: EffortForm): Planned | Refused {
  if (!isDay(day)) return refused('Say on which day.')
  if (person === null) return refused('Say whose hours they are.')
  if (hours === null || !(hours > 0 && hours <= hoursInDay))
    return refused('Hours are more than 0 and at most 24 a day.')
  return planned(`${hours} h on ${formatDay(day)} written down`, [
    { entity: 'effort', key, fields: { day, person, hours, note: note.trim() || null, source: 'typed' } },
  ])
}

export function removeEffort({ key, values }: EffortRow): Planned {
  return planned(`Effort of ${values.day ? formatDay(values.day) : 'a day'} removed`, [
    { entity: 'effort', key, fields: { removed: true } },
  ])
}

/** The same row on every laptop, so that shifts taken over twice count once. */
const shiftKey = (day: Day, person: string) => `shifts:${day}:${person}`

/**
 * Takes over hours on shift as effort. A day of a person that somebody has written down by hand is left as it is, and
 * so is one that was removed.
 */
export function takeShiftHours(
  hours: readonly ShiftHours[],
  standing: ReadonlyMap<string, EffortRow>,
): Planned | Refused {
  const told = new Set<string>()
  for (const { values } of standing.values())
    if (values.removed !== true && values.source !== 'shifts') told.add(`${values.day}:${values.person}`)
  const intents = hours.flatMap(({ day, person, hours }) => {
    const key = shiftKey(day, person)
    const row = standing.get(key)
    if (told.has(`${day}:${person}`) || row?.values.removed === true || row?.values.hours === hours) return []
    return [{ entity: 'effort', key, fields: { day, person, hours, source: 'shifts', note: null } }]
  })
  if (intents.length === 0) return nothingToDo('Every shift so far is taken over already.')
  return planned(`Hours of ${counted(intents.length, 'day on shift', 'days on shift')} taken over`, intents)
}
