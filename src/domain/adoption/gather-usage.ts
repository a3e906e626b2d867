import type { AdoptionFileKind } from '../model/adoption'
import type { Day } from '../time/day'
import type { Cells, Gathering, Problem } from './gathering'
import { placeText, type Total, usageText } from './lines'
import { longestName } from './longest-name'
import { personId, plainWords } from './person-id'
import { type LeftOut, leftOutFor } from './who-signed-in'

/** Counts who used what on which day: sign-ins, use by people, and figures of groups. */
export class UsageGathering implements Gathering {
  private readonly people = new Map<Day, Map<string, number>>()
  private readonly totals = new Map<Day, Map<string, Total>>()
  /** A file writes the same name thousands of times. */
  private readonly ids = new Map<string, string>()

  constructor(private readonly kind: Exclude<AdoptionFileKind, 'licences'>) {}

  add(cells: Cells): Problem | LeftOut | undefined {
    const { day } = cells
    const name = cells.text('person')
    if (name === '' && this.kind === 'sign-ins')
      return { column: cells.header('person'), reason: 'it names nobody' }
    if (name.length > longestName)
      return { column: cells.header('person'), reason: `its name is longer than ${longestName} characters` }
    const person = this.idOf(name)
    const why = name === '' ? undefined : leftOut(person, cells)
    if (why) return why
    if ('reason' in day) return day
    const feature = placeName(cells.text('feature'))
    const group = placeName(cells.text('group') || cells.text('department'))
    return name === ''
      ? this.addTotal(day.day, placeText(group, feature), cells)
      : this.addUse(day.day, usageText({ person, feature, group }), cells)
  }

  result() {
    return { people: this.people, totals: this.totals, licences: [] }
  }

  private addUse(day: Day, use: string, cells: Cells): Problem | undefined {
    const events = this.kind === 'usage' ? countOf(cells, 'events') : 1
    if (isProblem(events)) return events
    // Somebody who is listed with no events at all has not been there.
    if (events === 0) return undefined
    const uses = ofDay(this.people, day)
    uses.set(use, (uses.get(use) ?? 0) + (events ?? 1))
    return undefined
  }

  private addTotal(day: Day, place: string, cells: Cells): Problem | undefined {
    const active = countOf(cells, 'activeUsers')
    const events = countOf(cells, 'events')
    const licensed = countOf(cells, 'licensedUsers')
    if (isProblem(active)) return active
    if (isProblem(events)) return events
    if (isProblem(licensed)) return licensed
    if (active === null && events === null && licensed === null)
      return { column: null, reason: 'it names nobody, and tells no figure either' }
    const total: Total = { active, events, licensed }
    const totals = ofDay(this.totals, day)
    const before = totals.get(place)
    if (before && !isSame(before, total))
      return { column: null, reason: 'the file has other figures for the same day, group and feature' }
    totals.set(place, total)
    return undefined
  }

  private idOf(name: string): string {
    let id = this.ids.get(name)
    if (id === undefined) {
      id = personId(name)
      this.ids.set(name, id)
    }
    return id
  }
}

const placeName = (text: string) => plainWords(text).slice(0, longestName)

const leftOut = (person: string, { text }: Cells) =>
  leftOutFor({
    person,
    status: text('status'),
    signInType: text('signInType'),
    apiType: text('apiType'),
    application: text('application'),
    browser: text('browser'),
  })

function countOf(cells: Cells, column: 'events' | 'activeUsers' | 'licensedUsers'): number | null | Problem {
  const text = cells.text(column)
  if (text === '') return null
  // Thousands may be apart by a comma, a dot, a space or an apostrophe; people are whole.
  const digits = /^\d{1,3}(?:[,.'’\s]\d{3})+$/u.test(text)
    ? text.replace(/\D/gu, '')
    : text.replace(/[.,]0+$/u, '')
  return /^\d{1,12}$/.test(digits)
    ? Number(digits)
    : { column: cells.header(column), reason: `“${text.slice(0, 80)}” is not a count` }
}

function ofDay<V>(days: Map<Day, Map<string, V>>, day: Day): Map<string, V> {
  let found = days.get(day)
  if (!found) {
    found = new Map()
    days.set(day, found)
  }
  return found
}

const isSame = (a: Total, b: Total) =>
  a.active === b.active && a.events === b.events && a.licensed === b.licensed

const isProblem = (count: number | null | Problem): count is Problem =>
  typeof count === 'object' && count !== null
