import { entityWord } from '../conflicts/conflict-words'
import type { Replica } from '../merge/replica'
import { engagementKey } from '../model/engagement'
import type { Figure, FigureRow } from '../reporting/figure'
import type { MadeReport, SponsorPack } from '../reporting/make-report'
import { type NamedRow, namedRow } from '../reporting/named-row'
import { numberText } from '../reporting/number-text'
import { type Redaction, redactionOf } from '../reporting/redaction'
import type { Withholding } from '../reporting/withholding'
import { usableZone } from '../time/zone'
import { type FilledSheet, filledSheet, toXlsxOfSheets } from './adapters/xlsx'
import type { ExportColumn } from './column'

/** Rows of one figure; the app lists them all. */
export const mostRows = 1_000

/** The figures of a report as a spreadsheet, which says no more than its pages may. */
export function figuresFile(
  replica: Replica,
  report: MadeReport,
  withhold: Withholding,
): Promise<Uint8Array> {
  return toXlsxOfSheets(figureSheets(replica, report, redactionOf(replica, withhold)))
}

/** What the report is, every figure with what explains it, and the rows behind each. */
function figureSheets(
  replica: Replica,
  { pack, figures }: MadeReport,
  redaction: Redaction | undefined,
): FilledSheet[] {
  const zone = usableZone(replica.rows('engagement').get(engagementKey)?.values.zone)
  const rows = rowsOf(figures, (row) => namedRow(replica, row, redaction))
  return [
    filledSheet({ name: 'Report', columns: aboutColumns, rows: aboutRows(pack) }, zone),
    filledSheet({ name: 'Figures', columns: figureColumns, rows: figures }, zone),
    filledSheet({ name: 'Rows', columns: rowColumns, rows }, zone),
  ]
}

type About = readonly [name: string, value: string]

const aboutColumns: readonly ExportColumn<About>[] = [
  { id: 'name', label: 'Report', kind: 'text', width: 24, read: ([name]) => name },
  { id: 'value', label: 'Says', kind: 'text', width: 90, read: ([, value]) => value },
]

const titles = { daily: 'Daily report', weekly: 'Weekly report', exit: 'Exit report' } as const

function aboutRows(pack: SponsorPack): About[] {
  const { engagement, verdict } = pack
  return [
    ['Kind', titles[pack.kind]],
    ['Engagement', engagement.name],
    ['Client', engagement.client],
    ['System', engagement.system],
    ['Data as of', `${pack.asOfText}, ${pack.zoneText}`],
    ['Day of the plan', pack.dayOfPlan],
    ['Verdict', `${verdict.word}: ${verdict.reason}`],
    ['How it is reached', verdict.rule],
    ['Changes', pack.comparison],
    ...(pack.missing ? [['Missing', pack.missing] as const] : []),
    ...(pack.withheld ? [['Withheld', pack.withheld] as const] : []),
  ]
}

const figureColumns: readonly ExportColumn<Figure>[] = [
  { id: 'label', label: 'Figure', kind: 'text', width: 44, read: ({ label }) => label },
  { id: 'value', label: 'Value', kind: 'number', width: 12, read: ({ value }) => value },
  { id: 'unit', label: 'Unit', kind: 'text', width: 14, read: ({ unit }) => unit },
  { id: 'display', label: 'As shown', kind: 'text', width: 26, read: ({ display }) => display },
  { id: 'change', label: 'Change', kind: 'number', width: 12, read: ({ trend }) => trend?.change ?? null },
  {
    id: 'trend',
    label: 'Change in words',
    kind: 'text',
    width: 30,
    read: ({ trend }) => trend?.text ?? null,
  },
  { id: 'against', label: 'Against', kind: 'text', width: 34, read: ({ trend }) => trend?.against ?? null },
  { id: 'definition', label: 'Definition', kind: 'text', width: 80, read: ({ definition }) => definition },
  { id: 'formula', label: 'Formula', kind: 'text', width: 60, read: ({ formula }) => formula },
  {
    id: 'inputs',
    label: 'Worked out from',
    kind: 'text',
    width: 60,
    read: ({ inputs }) => inputs.map(({ name, value }) => `${name}: ${value}`).join('; '),
  },
  { id: 'rows', label: 'Rows', kind: 'number', width: 8, read: ({ rows }) => rows.length },
  { id: 'id', label: 'Id', kind: 'text', width: 32, read: ({ id }) => id },
]

interface ListedRow {
  readonly figure: string
  readonly kind: string
  readonly called: string
  readonly title: string
}

const rowColumns: readonly ExportColumn<ListedRow>[] = [
  { id: 'figure', label: 'Figure', kind: 'text', width: 44, read: ({ figure }) => figure },
  { id: 'kind', label: 'Kind', kind: 'text', width: 20, read: ({ kind }) => kind },
  { id: 'called', label: 'Key', kind: 'text', width: 16, read: ({ called }) => called },
  { id: 'title', label: 'Title', kind: 'text', width: 80, read: ({ title }) => title },
]

function* rowsOf(figures: readonly Figure[], named: (row: FigureRow) => NamedRow): Generator<ListedRow> {
  for (const { label, rows } of figures) {
    for (const row of rows.slice(0, mostRows)) {
      const { entity, called, title } = named(row)
      yield { figure: label, kind: entityWord(entity), called, title }
    }
    const more = rows.length - mostRows
    if (more > 0)
      yield { figure: label, kind: '', called: '', title: `and ${numberText(more)} more, listed in the app` }
  }
}
