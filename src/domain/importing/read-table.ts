import { rowsOfSheet, type Sheet, sheetsOf } from './adapters/workbook'
import { decodeText } from './decode-text'
import { delimitedRows } from './delimited-rows'
import { fileKind, refuseOtherText } from './file-kind'
import { jsonRecords, looksLikeJson } from './json-records'
import { count, familiarCells, type Layout, layOut } from './layout'
import { ImportProblem } from './problem'
import { isBlank, type ReadOptions, type SourceFile, type Table } from './table'
import { knownHeaders } from './trackers'

/** Largest file that is read at all: beyond this the memory of a laptop is at stake. */
const largestFile = 512 * 1024 * 1024
/**
 * Reads a file of any kind that trackers export.
 * @param familiar headers by which a header row is told from what stands above it, by `headerWord`
 * @throws ImportProblem when it is no table, is broken, or holds no records.
 */
export async function readTable(
  file: SourceFile,
  options: ReadOptions = {},
  familiar: ReadonlySet<string> = knownHeaders,
): Promise<Table> {
  const { name, bytes } = file
  if (bytes.length > largestFile) {
    throw new ImportProblem('too-large', `${name} is larger than 512 MB. Export fewer issues at a time.`, {
      file: name,
    })
  }
  if (fileKind(name, bytes) === 'workbook') return readWorkbook(file, options, familiar)
  const { text, encoding, assumed } = decodeText(bytes, options.encoding)
  const encodingNotes = assumed
    ? [
        `Nothing in the file proves how its letters are written; read as ${encoding}. Choose another encoding if they look wrong.`,
      ]
    : []
  refuseOtherText(name, text)
  if (!options.delimiter && looksLikeJson(text)) {
    const { notes, ...read } = jsonRecords(name, text)
    return {
      kind: 'json',
      encoding,
      encodingAssumed: assumed,
      delimiter: null,
      sheets: [],
      sheet: null,
      ...read,
      notes: [...encodingNotes, ...notes],
    }
  }
  const { delimiter, rows, notes } = delimitedRows(text, options.delimiter)
  const layout = layOut(rows, name, familiar)
  return {
    kind: 'delimited',
    encoding,
    encodingAssumed: assumed,
    delimiter,
    sheets: [],
    sheet: null,
    ...layout,
    notes: [...encodingNotes, ...notes, ...layout.notes],
  }
}

async function readWorkbook(
  { name, bytes }: SourceFile,
  options: ReadOptions,
  familiar: ReadonlySet<string>,
): Promise<Table> {
  const sheets = await sheetsOf(name, bytes)
  const names = sheets.map((sheet) => sheet.name)
  if (options.sheet !== undefined && !names.includes(options.sheet)) {
    throw new ImportProblem(
      'no-such-sheet',
      `${name} has no sheet “${options.sheet}”. It has: ${names.join(', ')}.`,
      {
        file: name,
        sheets: names,
      },
    )
  }
  const candidates = sheets
    .filter((sheet) => options.sheet === undefined || sheet.name === options.sheet)
    .sort((a, b) => Number(a.hidden) - Number(b.hidden))
  let found: { readonly sheet: Sheet; readonly layout: Layout } | undefined
  for (const sheet of candidates) {
    if (found && sheet.hidden) break
    const rows = await rowsOfSheet(name, bytes, sheet.name)
    const filled = rows?.filter((row) => !row.every(isBlank)).length ?? 0
    if (!rows || (filled < 2 && options.sheet === undefined)) continue
    const layout = layOutOrPass(rows, name, familiar, options.sheet === undefined && candidates.length > 1)
    if (!layout) continue
    // Cover sheets and legends come before, too; a sheet of issues has several columns that are known by name.
    const telling = familiarCells(layout.headers, familiar) >= 2
    if (!found || telling) found = { sheet, layout }
    if (telling) break
  }
  if (found) {
    const { sheet, layout } = found
    const others = sheets.length - 1
    const notes = others > 0 ? [`Sheet “${sheet.name}” was read; ${count(others, 'other sheet')} not.`] : []
    if (sheet.hidden) notes.push(`Sheet “${sheet.name}” is hidden in the workbook.`)
    return {
      kind: 'workbook',
      encoding: null,
      encodingAssumed: false,
      delimiter: null,
      sheets: names,
      sheet: sheet.name,
      ...layout,
      notes: [...notes, ...layout.notes],
    }
  }
  throw new ImportProblem('no-records', `${name} has no sheet with a header and records below it.`, {
    file: name,
    sheets: names,
  })
}

/** The rows laid out; where there are other sheets to try, nothing instead of a problem. */
function layOutOrPass(
  rows: readonly (readonly string[])[],
  name: string,
  familiar: ReadonlySet<string>,
  pass: boolean,
): Layout | undefined {
  try {
    return layOut(rows, name, familiar)
  } catch (problem) {
    if (pass && problem instanceof ImportProblem) return undefined
    throw problem
  }
}
