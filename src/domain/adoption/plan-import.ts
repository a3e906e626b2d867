import { digestOf } from '../importing/digest'
import type { Intent } from '../merge/intent'
import type { Replica } from '../merge/replica'
import type { Fields, Instant } from '../model/value'
import { addDays, type Day } from '../time/day'
import { dayOf, startOfDay } from '../time/zone'
import type { AdoptionDraft } from './draft'
import { licenceLists } from './licence-lists'
import { licenceLines, peopleLines, type Total, totalLines } from './lines'
import { peopleOf, rowsByDay, totalsOf } from './rows-of-days'

export interface PlanContext {
  readonly zone: string
  readonly now: Instant
}

/** What an import would write, and of how many days (of a list: people) that is news. */
export interface AdoptionPlan {
  readonly intents: readonly Intent[]
  readonly created: number
  readonly updated: number
  readonly unchanged: number
}

/** So many lines stand in one row; more go into others, which add up. */
const linesInRow = 4_000

/** A draft against what is known already: what an earlier file has told is not written again. */
export function planAdoption(draft: AdoptionDraft, replica: Replica, context: PlanContext): AdoptionPlan {
  if (draft.kind === 'licences') return planLicences(draft, replica, context)
  const people = rowsByDay(replica.rows('activePeople').values())
  const totals = rowsByDay(replica.rows('usageTotals').values())
  const words: DayWord[] = []
  for (const [day, uses] of draft.people) {
    const known = peopleOf(people.get(day) ?? [])
    const isNews = [...uses].some(([use, events]) => (known.get(use) ?? 0) < events)
    words.push({
      day,
      isKnown: people.has(day),
      isNews,
      lines: peopleLines(uses),
      entity: 'activePeople',
      field: 'people',
    })
  }
  for (const [day, told] of draft.totals) {
    const known = totalsOf(totals.get(day) ?? [])
    const isNews = [...told].some(([place, total]) => !isSame(known.get(place), total))
    words.push({
      day,
      isKnown: totals.has(day),
      isNews,
      lines: totalLines(told),
      entity: 'usageTotals',
      field: 'totals',
    })
  }
  const news = words.filter(({ isNews }) => isNews)
  const updated = news.filter(({ isKnown }) => isKnown).length
  return {
    intents: news
      .sort((a, b) => (a.day < b.day ? -1 : 1))
      .flatMap((word) => intentsOf(word, replica, context)),
    created: news.length - updated,
    updated,
    unchanged: words.length - news.length,
  }
}

/** What a file says of one day. */
interface DayWord {
  readonly day: Day
  readonly entity: 'activePeople' | 'usageTotals'
  readonly field: 'people' | 'totals'
  readonly lines: readonly string[]
  readonly isKnown: boolean
  readonly isNews: boolean
}

/** It became so when the day ended, not when the file was read: a past day is answered from it. */
function intentsOf(
  { day, entity, field, lines }: DayWord,
  replica: Replica,
  { zone, now }: PlanContext,
): Intent[] {
  const at = Math.min(startOfDay(addDays(day, 1), zone) - 1, now)
  return inPieces(lines, linesInRow).map((piece): Intent => {
    const text = piece.join('\n')
    return { ...broughtRow(replica, entity, `${day}/${digestOf(text)}`, { day, [field]: text }), at }
  })
}

/**
 * A row that no other may rewrite. Where it was taken away by an undo it comes back; where it stands, and something else
 * has been said since, it is said once more.
 */
function broughtRow(replica: Replica, entity: string, key: string, fields: Fields): Intent {
  const rows = replica.table(entity)
  let free = key
  for (let again = 2; rows.get(free) && rows.get(free)?.values.removed !== true; again++)
    free = `${key}/${again}`
  const isBack = rows.has(free)
  return { entity, key: free, fields: isBack ? { ...fields, removed: false, importUndone: false } : fields }
}

/** A list is compared with the latest that is known; only the whole of it says who may not sign in any more. */
function planLicences(
  { licences }: AdoptionDraft,
  replica: Replica,
  { zone, now }: PlanContext,
): AdoptionPlan {
  const day = dayOf(now, zone)
  const known = new Map(
    licenceLists(replica.rows('licencePage').values())
      .at(-1)
      ?.people.map((person) => [person.person, licenceLines([person])[0]] as const),
  )
  const lines = licenceLines(licences)
  const before = new Set(known.values())
  const unchanged = lines.filter((line) => before.has(line)).length
  if (unchanged === lines.length && known.size === lines.length)
    return { intents: [], created: 0, updated: 0, unchanged }
  const list = digestOf(lines.join('\n'))
  const pages = inPieces(lines, linesInRow)
  const created = licences.filter(({ person }) => !known.has(person)).length
  return {
    intents: pages.map((piece, page) =>
      broughtRow(replica, 'licencePage', `${day}/${list}/${page + 1}`, {
        day,
        list,
        page: page + 1,
        pages: pages.length,
        people: piece.join('\n'),
      }),
    ),
    created,
    updated: lines.length - created - unchanged,
    unchanged,
  }
}

function inPieces<T>(items: readonly T[], size: number): T[][] {
  const pieces: T[][] = []
  for (let from = 0; from < items.length; from += size) pieces.push(items.slice(from, from + size))
  return pieces
}

const isSame = (known: Total | undefined, { active, events, licensed }: Total) =>
  known?.active === active && known.events === events && known.licensed === licensed
