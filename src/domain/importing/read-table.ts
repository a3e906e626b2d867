import { rowsOfSheet, sheetsOf } from './adapters/workbook'
import { decodeText } from './decode-text'
import { guessDelimiter, splitRows } from './delimited'
import { fileKind, refuseOtherText } from './file-kind'
import { jsonRows, looksLikeJson } from './json-records'
import { count, layOut } from './layout'
import { ImportProblem } from './problem'
import { isBlank, type ReadOptions, type SourceFile, type Table } from './table'
import { knownHeaders } from './trackers'

/** Largest file that is read at all: beyond this the memory of a laptop is at stake. */
const largestFile = 512 * 1024 * 1024
/** Stands for "no delimiter": it cannot occur in text that has passed as a table. */
const noDelimiter = '\u0000'

/**
 * Reads a file of any kind that trackers export.
 * @throws ImportProblem when it is no table, is broken, or holds no records.
 */
export async function readTable(file: SourceFile, options: ReadOptions = {}): Promise<Table> {
  const { name, bytes } = file
  if (bytes.length > largestFile) {
    throw new ImportProblem('too-large', `${name} is larger than 512 MB. Export fewer issues at a time.`, {
      file: name,
    })
  }
  if (fileKind(name, bytes) === 'workbook') return readWorkbook(file, options)
  const { text, encoding } = decodeText(bytes, options.encoding)
  refuseOtherText(name, text)
  if (!options.delimiter && looksLikeJson(text)) {
    const { rows, notes } = jsonRows(name, text)
    const layout = layOut(rows, name, knownHeaders)
    return {
      kind: 'json',
      encoding,
      delimiter: null,
      sheets: [],
      sheet: null,
      ...layout,
      notes: [...notes, ...layout.notes],
    }
  }
  return readDelimited(name, text, encoding, options.delimiter)
}

function readDelimited(name: string, whole: string, encoding: string, asked: string | undefined): Table {
  const told = /^sep=(.)\r*\n?/i.exec(whole.slice(0, 10))
  const text = told ? whole.slice(told[0].length) : whole
  const delimiter = asked ?? told?.[1] ?? guessDelimiter(text)
  const rows = splitRows(text, delimiter ?? noDelimiter)
  const layout = layOut(rows, name, knownHeaders)
  return { kind: 'delimited', encoding, delimiter, sheets: [], sheet: null, ...layout }
}

async function readWorkbook({ name, bytes }: SourceFile, options: ReadOptions): Promise<Table> {
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
  const candidates =
    options.sheet === undefined ? [...sheets].sort((a, b) => Number(a.hidden) - Number(b.hidden)) : sheets
  for (const candidate of candidates) {
    if (options.sheet !== undefined && candidate.name !== options.sheet) continue
    const rows = await rowsOfSheet(name, bytes, candidate.name)
    const filled = rows?.filter((row) => !row.every(isBlank)).length ?? 0
    if (!rows || (filled < 2 && options.sheet === undefined)) continue
    const layout = layOut(rows, name, knownHeaders)
    const others = sheets.length - 1
    const notes =
      others > 0 ? [`Sheet “${candidate.name}” was read; ${count(others, 'other sheet')} not.`] : []
    if (candidate.hidden) notes.push(`Sheet “${candidate.name}” is hidden in the workbook.`)
    const all = [...notes, ...layout.notes]
    return {
      kind: 'workbook',
      encoding: null,
      delimiter: null,
      sheets: names,
      sheet: candidate.name,
      ...layout,
      notes: all,
    }
  }
  throw new ImportProblem('no-records', `${name} has no sheet with a header and records below it.`, {
    file: name,
    sheets: names,
  })
}
