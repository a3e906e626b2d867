import type { FigureInput, FigureRow, FigureUnit, RowsMeaning } from './figure'
import { numberText } from './number-text'
import type { IssueReading, Reading } from './reading'

/** One figure: what it means, how it is worked out, and the function that measures it. */
export interface FigureDefinition<R extends Reading = Reading> {
  readonly id: string
  readonly label: string
  readonly unit: FigureUnit
  readonly definition: string
  readonly formula: string
  /** Without it, the rows are what the figure counts, one by one. */
  readonly rowsAre?: RowsMeaning
  /** Whether a report says how it stands against the last one. */
  readonly isHeadline?: true
  /** How a value reads alone, where its unit does not tell. */
  readonly valueText?: (value: number) => string
  readonly measure: (reading: R) => Measured
}

/** A value with the issues behind it, and rows of other entities, where there are any. */
export interface Measured {
  readonly value: number | null
  /** How the value reads, where its unit alone does not tell. */
  readonly display?: string
  readonly issues: readonly IssueReading[]
  readonly others?: readonly FigureRow[]
  /** The numbers that go into the formula, besides how many rows there are. */
  readonly inputs?: readonly FigureInput[]
}

export const inputOf = (name: string, value: number | string): FigureInput => ({
  name,
  value: typeof value === 'number' ? numberText(value, 1) : value,
})

/** Which issues are looked through at all: the fewer, the sooner the report of a large engagement is there. */
export type Among = 'issues' | 'open' | 'moved'

const amongWords: Readonly<Record<Among, string>> = {
  issues: 'Issues raised so far',
  open: 'Open issues',
  moved: 'Issues raised or moved in that time',
}

export const openMeans = 'Open means not resolved, closed, declined or a duplicate.'

interface Count extends Omit<FigureDefinition, 'unit' | 'measure'> {
  readonly among: Among
  readonly picks: (issue: IssueReading, reading: Reading) => boolean
}

/** A figure that counts the issues it picks. */
export function countOf({ among, picks, ...told }: Count): FigureDefinition {
  return {
    ...told,
    unit: 'issues',
    measure: (reading) => {
      const issues = reading[among].filter((issue) => picks(issue, reading))
      return { value: issues.length, issues, inputs: [inputOf(amongWords[among], reading[among].length)] }
    },
  }
}

export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : (100 * part) / whole
}
