import { issueClasses, issueOrigins } from '../model/issue'
import { classWords, originWords } from '../triage/words'
import { clip } from './clip'
import { commonest, hasName, type NamedField } from './demand'
import { percentText } from './figure'
import { numberText } from './number-text'
import { room } from './pack-parts'
import type { IssueReading } from './reading'
import type { Weeks } from './week-reading'
import type { DemandTable, WeeklyPack } from './weekly-pack'

/** Of what kinds the issues raised in the week were, against the week before and all so far. */
export function demandOf(weeks: Weeks): Pick<WeeklyPack['demand'], 'classes' | 'tables'> {
  const { week, weekBefore } = weeks
  const ofClass = (issues: readonly IssueReading[], wanted: string) =>
    issues.filter(({ row }) => row.values.class === wanted).length
  return {
    classes: issueClasses.map((kind) => ({
      name: classWords[kind],
      week: ofClass(week.demand, kind),
      before: ofClass(weekBefore.demand, kind),
    })),
    tables: [
      fieldTable(weeks, 'class', classWords, issueClasses, {
        title: 'By class',
        rowHead: 'Class',
        note: 'Shares are of the issues that have been given a class.',
      }),
      fieldTable(weeks, 'origin', originWords, issueOrigins, {
        title: 'By origin',
        rowHead: 'Origin',
        note: 'Shares are of the issues whose origin is known.',
      }),
      namedTable(weeks, 'component', {
        title: 'Top components',
        rowHead: 'Component',
        note: 'Commonest among the issues raised in the week; shares are of those that name a component.',
      }),
      namedTable(weeks, 'processArea', {
        title: 'Top process areas',
        rowHead: 'Process area',
        note: 'Commonest among the issues raised in the week; shares are of those that name a process area.',
      }),
    ],
  }
}

type TableWords = Pick<DemandTable, 'title' | 'rowHead' | 'note'>
type Picks = (issue: IssueReading) => boolean

function fieldTable<V extends string>(
  weeks: Weeks,
  field: 'class' | 'origin',
  words: Readonly<Record<V, string>>,
  values: readonly V[],
  told: TableWords,
): DemandTable {
  const has: Picks = ({ row }) => Boolean(row.values[field])
  const rows = values
    .map((value) => ({ name: words[value], picks: (({ row }) => row.values[field] === value) as Picks }))
    .filter(({ picks }) => weeks.week.issues.some(picks))
  return tableOf(weeks, told, rows, has)
}

function namedTable(weeks: Weeks, field: NamedField, told: TableWords): DemandTable {
  const named = commonest(weeks.week.demand, field)
  const names = new Set(named.map(({ name }) => name))
  const nameIn: (issue: IssueReading) => string = ({ row }) => row.values[field]?.trim() ?? ''
  const rows = named.map(({ name }) => ({
    name: clip(name, room.name),
    picks: ((issue) => nameIn(issue) === name) as Picks,
  }))
  const others: Picks = (issue) => nameIn(issue) !== '' && !names.has(nameIn(issue))
  const some = weeks.week.issues.some(others)
  const rest = rows.length > 0 ? 'All others' : 'Raised earlier'
  return tableOf(weeks, told, some ? [...rows, { name: rest, picks: others }] : rows, hasName(field))
}

/** Rows of counts with their shares of those that tell, and a last one, without shares, for those that do not. */
function tableOf(
  { week, weekBefore }: Weeks,
  told: TableWords,
  rows: readonly { readonly name: string; readonly picks: Picks }[],
  tells: Picks,
): DemandTable {
  const columns = [week.demand, weekBefore.demand, week.issues]
  const telling = columns.map((issues) => issues.filter(tells))
  const line = (name: string, [inWeek = '', before = '', all = '']: readonly string[]) => ({
    name,
    week: inWeek,
    before,
    all,
  })
  const counts = rows.map(({ name, picks }) =>
    line(
      name,
      telling.map((issues) => countText(issues.filter(picks).length, issues.length)),
    ),
  )
  const silent = columns.map((issues, place) => issues.length - (telling[place]?.length ?? 0))
  const rest = silent.some((count) => count > 0)
  return {
    ...told,
    rows: rest
      ? [
          ...counts,
          line(
            'Not told yet',
            silent.map((count) => numberText(count)),
          ),
        ]
      : counts,
  }
}

function countText(part: number, whole: number): string {
  return whole === 0 ? '0' : `${numberText(part)} (${percentText(part, whole)})`
}
