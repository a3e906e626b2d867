const lineFeed = 10
const carriageReturn = 13
const quote = 34
const space = 32

export const delimiters = [',', ';', '\t', '|'] as const

/**
 * Splits delimited text into rows of cells. Row ends may be LF, CRLF, CR CR LF or CR and may be mixed, which no
 * parser at hand takes; line ends inside quotes stay as they came. A quote that never closes, or only with that of a
 * later row, is an ordinary character, so that one stray quote swallows no rows; `onStray` is told the row of each.
 */
export function splitRows(
  text: string,
  delimiter: string,
  limit = Number.POSITIVE_INFINITY,
  onStray: (row: number) => void = () => {},
): string[][] {
  const separator = delimiter.charCodeAt(0)
  const end = text.length
  const rows: string[][] = []
  let row: string[] = []
  let position = 0
  let quotesClose = true
  while (position < end) {
    let cell: string | undefined
    if (text.charCodeAt(position) === space) position = quoteAfterSpaces(text, position, separator)
    if (quotesClose && text.charCodeAt(position) === quote) {
      const close = closingQuote(text, position + 1, separator)
      if (close < 0) quotesClose = false
      if (close < 0 || isStray(text, position, close, delimiter, row.length, rows[0]?.length))
        onStray(rows.length)
      else {
        cell = text.slice(position + 1, close)
        if (cell.includes('"')) cell = cell.replaceAll('""', '"')
        position = skipSpaces(text, close + 1, separator)
      }
    }
    if (cell === undefined) {
      const start = position
      let unit = text.charCodeAt(position)
      while (position < end && unit !== separator && unit !== lineFeed && unit !== carriageReturn) {
        unit = text.charCodeAt(++position)
      }
      cell = text.slice(start, position)
    }
    row.push(cell)
    if (position >= end) break
    if (text.charCodeAt(position) === separator) {
      position++
      if (position === end) row.push('')
      continue
    }
    rows.push(row)
    if (rows.length >= limit) return rows
    row = []
    position = afterRowEnd(text, position)
  }
  if (row.length > 0) rows.push(row)
  return rows
}

/** A closing quote is followed by a delimiter, a row end or the end; any other quote was not escaped by its writer. */
function closingQuote(text: string, from: number, separator: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text.charCodeAt(at + 1) === quote) {
      at++
      continue
    }
    const next = skipSpaces(text, at + 1, separator)
    if (next >= text.length) return at
    const unit = text.charCodeAt(next)
    if (unit === separator || unit === lineFeed || unit === carriageReturn) return at
  }
  return -1
}

/**
 * Whether a quote belongs to its text: what it would enclose goes over the end of its line and to where another cell
 * opens its own quote, and the line is complete without it. Only writers that do not escape their quotes get this far.
 */
function isStray(
  text: string,
  open: number,
  close: number,
  delimiter: string,
  cellsBefore: number,
  width: number | undefined,
): boolean {
  const cell = text.slice(open + 1, close)
  const lineEnd = cell.search(/[\r\n]/)
  if (lineEnd < 0 || width === undefined || !opensAnother(cell, lineEnd, delimiter)) return false
  const rest = splitRows(cell.slice(0, lineEnd), delimiter)[0]?.length ?? 1
  return cellsBefore + rest === width
}

/** Whether a quote after `from` stands alone at the beginning of a cell. */
function opensAnother(cell: string, from: number, delimiter: string): boolean {
  for (let at = cell.indexOf('"', from); at >= 0; at = cell.indexOf('"', at + 1)) {
    if (cell[at + 1] === '"') at++
    else if ([delimiter, '\r', '\n'].includes(cell[at - 1] ?? '')) return true
  }
  return false
}

/** Bounds the search for a closing quote, which would otherwise go through the file for every cell. */
const longestSpacedCell = 10_000

/** Some writers put a space after the delimiter. A quote behind it counts when it closes on the same line. */
function quoteAfterSpaces(text: string, from: number, separator: number): number {
  let at = from
  while (text.charCodeAt(at) === space) at++
  if (text.charCodeAt(at) !== quote) return from
  const [line = ''] = text.slice(at + 1, at + longestSpacedCell).split(/[\r\n]/, 1)
  return closingQuote(line, 0, separator) < 0 ? from : at
}

function skipSpaces(text: string, from: number, separator: number): number {
  let at = from
  for (
    let unit = text.charCodeAt(at);
    (unit === 32 || unit === 9) && unit !== separator;
    unit = text.charCodeAt(at)
  )
    at++
  return at
}

function afterRowEnd(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) === carriageReturn) at++
  return text.charCodeAt(at) === lineFeed ? at + 1 : at
}

const probeLength = 65_536
const probeRows = 120

/** Title and footer lines have one cell, and may be more than the records between them. */
const leastShare = 0.2

/** The delimiter under which most rows have the same number of cells, or null for a single column. */
export function guessDelimiter(text: string): string | null {
  const probe = text.slice(0, probeLength)
  let best: string | null = null
  let bestScore = 0
  for (const delimiter of delimiters) {
    const widths = splitRows(probe, delimiter, probeRows)
      .filter((row) => row.some((cell) => cell.trim() !== ''))
      .map((row) => row.length)
    if (probe.length < text.length && widths.length > 1) widths.pop()
    const { width, share } = commonest(widths)
    const score = share >= leastShare ? share + Math.min(width, 50) / 500 : 0
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best ?? delimiters.find((delimiter) => (splitRows(probe, delimiter, 1)[0]?.length ?? 0) > 1) ?? null
}

/** The commonest number of cells beyond one, and the share of all rows that have it. */
function commonest(widths: readonly number[]): { width: number; share: number } {
  const counts = new Map<number, number>()
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
  let width = 0
  let count = 0
  for (const [candidate, times] of counts) {
    if (times > count || (times === count && candidate > width)) {
      width = candidate
      count = times
    }
  }
  return { width, share: widths.length === 0 ? 0 : count / widths.length }
}
