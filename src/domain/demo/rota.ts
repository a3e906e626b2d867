import { weekdays } from '../model/engagement'
import { personKeyFromName } from '../model/person'
import { rotationPlanKey } from '../model/rotation'
import { shiftSwapKey } from '../model/shift-swap'
import type { Fields, Instant } from '../model/value'
import { rotaWith } from '../rotation/preview'
import type { RotaTables } from '../rotation/rota'
import type { Shift, ShiftRole } from '../rotation/shift'
import { shiftsBetween } from '../rotation/shifts'
import { offerSwap } from '../rotation/swap-commands'
import { addDays, type Day, weekdayOf } from '../time/day'
import { startOfDay } from '../time/zone'
import type { Planned, Refused } from '../triage/plan'
import { lead } from './cast'
import type { DemoIntent } from './issues'
import { type Calendar, hour } from './timing'

const person = personKeyFromName
const office = week('08:00-18:00')

interface StoryRotation {
  readonly key: string
  readonly name: string
  readonly role: ShiftRole
  readonly layer: number
  readonly members: readonly string[]
  readonly length: number
  readonly unit: 'days' | 'weeks'
  readonly hours: Fields
  readonly handOverAt: string
}

const onCall = {
  ...rotation('on-call', 'On call', 'on-call', ['Henrik Lund', 'Tomasz Nowak', 'Sofia Marin'], 'weeks'),
  hours: {},
  handOverAt: '09:00',
}
const triagers = ['Jonas Keller', 'Murat Demir', 'Priya Raman', 'Inês Carvalho']
const rotations: readonly StoryRotation[] = [
  rotation('lead', 'Lead', 'lead', ['Lena Brandt'], 'weeks'),
  rotation('triage', 'Triage desk', 'triage', triagers, 'days'),
  rotation('floor-1', 'Customer centres', 'floor-walker', ['David Osei', 'Petra Hahn'], 'weeks'),
  rotation('floor-2', 'Billing and meters', 'floor-walker', ['Chiara Conti', 'Nadia Rahimi'], 'weeks', 2),
  rotation('change', 'Change manager', 'change-manager', ['Amélie Laurent'], 'weeks'),
  onCall,
]

/** What the rota needs: one of each, two to walk the floor, somebody on call at all hours. */
const needs: readonly { readonly role: ShiftRole; readonly people: number; readonly hours: Fields }[] = [
  { role: 'lead', people: 1, hours: office },
  { role: 'triage', people: 1, hours: office },
  { role: 'floor-walker', people: 2, hours: office },
  { role: 'on-call', people: 1, hours: {} },
]

/** Six rotations since the go-live; one changed when somebody left, and about today a swap, an override, a leave and a gap. */
export function* rota(calendar: Calendar): Generator<DemoIntent> {
  const made = [...sinceGoLive(calendar)]
  yield* made
  if (calendar.isWhole) yield* taper(calendar)
  else yield* thisWeek(calendar, made)
}

function* sinceGoLive(calendar: Calendar): Generator<DemoIntent> {
  const { zone } = calendar
  const begin = mondayBefore(calendar.day(0))
  const told = { at: calendar.goLiveAt - 48 * hour, by: lead.name }
  for (const { key, name, role, layer, ...plan } of rotations) {
    yield { entity: 'rotation', key, fields: { name, role, zone, layer }, ...told }
    yield { ...planIntent(key, `${begin}T00:00`, plan), ...told }
  }
  for (const { role, people, hours } of needs) {
    const fields = { role, people, zone, from: calendar.day(0), ...hours }
    yield { entity: 'coverNeed', key: `need:${role}`, fields, ...told }
  }
  // One of them leaves after two weeks, and the client's own support comes in.
  const members = ['Sofia Marin', 'Felix Sommer', 'Tomasz Nowak']
  const change = planIntent(onCall.key, `${mondayBefore(calendar.day(14))}T09:00`, { ...onCall, members })
  yield { ...change, at: calendar.goLiveAt + 5 * 24 * hour, by: lead.name }
}

/** The project goes: those who stay take its places, one after the other. */
function* taper(calendar: Calendar): Generator<DemoIntent> {
  const changes = [
    { on: 22, rotation: rotations[1], members: ['Murat Demir', 'Inês Carvalho'] },
    { on: 29, rotation: rotations[2], members: ['Petra Hahn'] },
    { on: 29, rotation: rotations[3], members: ['Nadia Rahimi'] },
    { on: 29, rotation: onCall, members: ['Felix Sommer', 'Inês Carvalho', 'Murat Demir'] },
  ]
  for (const { on, rotation: changed, members } of changes) {
    if (!changed) continue
    const { key, name, role, layer, ...plan } = changed
    const from = `${addDays(mondayBefore(calendar.day(on)), 7)}T09:00`
    const change = planIntent(key, from, { ...plan, members })
    yield { ...change, at: calendar.goLiveAt + (on - 4) * 24 * hour, by: lead.name }
  }
}

/** What has happened to it lately, of which some is still open. */
function* thisWeek(calendar: Calendar, so: readonly DemoIntent[]): Generator<DemoIntent> {
  const { zone, now } = calendar
  const told = { at: now - 20 * hour, by: lead.name }
  const today = calendar.day(calendar.length)
  const monday = addDays(mondayBefore(today), 7)
  yield {
    entity: 'shiftOverride',
    key: 'override:1',
    fields: {
      rotation: 'rotation:on-call',
      role: 'on-call',
      person: person('Jonas Keller'),
      from: `${addDays(today, 1)}T18:00`,
      to: `${addDays(today, 1)}T23:00`,
      zone,
      note: 'School evening',
      madeAt: told.at,
    },
    ...told,
  }
  const week = { from: startOfDay(monday, zone), to: startOfDay(addDays(monday, 5), zone) }
  const shifts = shiftsBetween(rotaWith(noTables(zone), so), week.from, week.to)
  // Nobody has taken over for these days yet: the gap in next week's rota.
  const walker = shifts.find(({ rotation }) => rotation === 'rotation:floor-1')?.person ?? null
  const away = { person: walker, from: addDays(monday, 1), to: addDays(monday, 2) }
  yield { entity: 'leave', key: 'leave:1', fields: away, ...told }
  const [first, second] = shifts.filter(({ role }) => role === 'triage')
  if (!first || !second) return
  yield* swap(first, second.person, told, now)
  yield { ...intentOf(offerSwap(second, '', told.at)), ...told }
}

/** Offered, taken and approved. */
function* swap(shift: Shift, taker: string, told: Told, now: Instant): Generator<DemoIntent> {
  const key = shiftSwapKey(shift.key, shift.person)
  yield { ...intentOf(offerSwap(shift, '', told.at)), ...told }
  const taken = { takenBy: taker, takenAt: now - 8 * hour, state: 'taken' }
  yield { entity: 'shiftSwap', key, fields: taken, at: now - 8 * hour, by: told.by }
  const approved = { approvedBy: told.by, approvedAt: now - 3 * hour, state: 'approved' }
  yield { entity: 'shiftSwap', key, fields: approved, at: now - 3 * hour, by: told.by }
}

type Told = Pick<DemoIntent, 'at' | 'by'>

function intentOf(plan: Planned | Refused): Omit<DemoIntent, 'at' | 'by'> {
  const [intent] = plan.ok ? plan.intents : []
  if (!intent) throw new Error('The demo offers a shift that is still to come')
  return { entity: intent.entity, key: intent.key, fields: intent.fields }
}

function planIntent(
  key: string,
  from: string,
  { members, length, unit, hours, handOverAt }: Omit<StoryRotation, 'key' | 'name' | 'role' | 'layer'>,
) {
  const places = Object.fromEntries(members.map((name, place) => [`member:${person(name)}`, place]))
  const turns = { from, startsOn: from.slice(0, 10), handOverAt, length, unit }
  const fields: Fields = { rotation: key, ...turns, ...hours, ...places }
  return { entity: 'rotationPlan', key: rotationPlanKey(key, from), fields }
}

function rotation(
  key: string,
  name: string,
  role: ShiftRole,
  members: readonly string[],
  unit: StoryRotation['unit'],
  layer = 1,
): StoryRotation {
  return {
    key: `rotation:${key}`,
    name,
    role,
    layer,
    members,
    length: 1,
    unit,
    hours: office,
    handOverAt: '00:00',
  }
}

function week(hours: string): Fields {
  return Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [`hours.${day}`, hours]))
}

const mondayBefore = (day: Day) => addDays(day, -weekdays.indexOf(weekdayOf(day)))

function noTables(zone: string): RotaTables {
  const none = new Map()
  return {
    rotation: none,
    rotationPlan: none,
    shiftOverride: none,
    shiftSwap: none,
    coverNeed: none,
    person: none,
    leave: none,
    zone,
  }
}
