import { EncryptedFileError } from 'hucre'
import { readXlsx } from 'hucre/xlsx'
import { ImportProblem } from '../problem'

export interface Sheet {
  readonly name: string
  readonly hidden: boolean
}

type WorkbookCell = string | number | boolean | Date | null

/** Names of the sheets of an .xlsx file, hidden ones included. @throws ImportProblem */
export async function sheetsOf(name: string, bytes: Uint8Array): Promise<Sheet[]> {
  const sheets: Sheet[] = []
  await opened(name, () =>
    readXlsx(bytes, {
      sheets: (info) => {
        sheets.push({ name: info.name, hidden: info.hidden === true || info.veryHidden === true })
        return false
      },
    }),
  )
  return sheets
}

/** Rows of one sheet as text, or undefined for a sheet without cells of its own (a chart). @throws ImportProblem */
export async function rowsOfSheet(
  name: string,
  bytes: Uint8Array,
  sheet: string,
): Promise<string[][] | undefined> {
  try {
    const workbook = await opened(name, () => readXlsx(bytes, { sheets: [sheet] }))
    return workbook.sheets[0]?.rows.map((row) => (row ?? []).map(textOf))
  } catch (problem) {
    if (problem instanceof ImportProblem && problem.message.includes('missing worksheet')) return undefined
    throw problem
  }
}

async function opened<T>(name: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open()
  } catch (problem) {
    if (problem instanceof EncryptedFileError) {
      throw new ImportProblem(
        'encrypted-workbook',
        `${name} is protected by a password. Save it without one and import that.`,
        {
          file: name,
        },
      )
    }
    const why = problem instanceof Error ? problem.message : String(problem)
    throw new ImportProblem(
      'broken-workbook',
      `${name} cannot be read as a workbook (${why}). It may be cut off: export it again, or save it as CSV.`,
      { file: name },
    )
  }
}

/** A date in a workbook has no zone: its wall time is written out, to be read in the engagement's zone like text. */
function textOf(cell: WorkbookCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if (!(cell instanceof Date)) return String(cell)
  if (Number.isNaN(cell.getTime())) return ''
  const wall = new Date(Math.round(cell.getTime() / 1_000) * 1_000).toISOString()
  return wall.endsWith('T00:00:00.000Z') ? wall.slice(0, 10) : wall.slice(0, 19).replace('T', ' ')
}
