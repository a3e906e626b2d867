import { checkOperation, type Operation } from '../merge/operation'
import { unpackOperation } from '../merge/packed-operations'

/** A line that is no operation which this version can take in. */
export interface QuarantinedLine {
  /** Counted from 1. */
  readonly line: number
  readonly problem: string
}

export type OperationLine = { readonly operation: Operation } | QuarantinedLine

const newline = 10
/** Bytes that are made text at once: few enough to stop between, enough to be quick. */
const pieceSize = 1 << 20

/**
 * Reads `operations.jsonl` as docs/bundle-format.md tells. A line is an operation in full, an operation that tells
 * names by their places, or the list of those names for the lines after it.
 */
export function* readOperationLines(log: Uint8Array): Generator<OperationLine> {
  let names: readonly string[] = []
  let line = 0
  for (const text of textLines(log)) {
    line++
    const input = text === undefined ? undefined : parsed(text)
    if (isListOfNames(input)) names = input
    else yield checked(input, names, line)
  }
}

function checked(input: unknown, names: readonly string[], line: number): OperationLine {
  if (input === undefined) return { line, problem: 'not a line of JSON' }
  const told = Array.isArray(input) ? unpackOperation(input, names) : input
  if (told === undefined) return { line, problem: 'it tells a name that is not in its list' }
  const result = checkOperation(told)
  return 'operation' in result ? result : { line, problem: result.problem }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** No operation is: its second member is a number. */
function isListOfNames(input: unknown): input is string[] {
  return Array.isArray(input) && input.every((name) => typeof name === 'string')
}

/** Every line's text, or undefined where it is not UTF-8. */
function* textLines(log: Uint8Array): Generator<string | undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const last = log.at(-1) === newline ? log.length - 1 : log.length
  for (let start = 0; start < last; ) {
    const end = Math.min(endOfLine(log, start + pieceSize), last)
    const piece = log.subarray(start, end)
    const text = decoded(decoder, piece)
    if (text !== undefined) yield* text.split('\n')
    else yield* linesApart(decoder, piece)
    start = end + 1
  }
}

/** One line that is not text must not take the others along. */
function* linesApart(decoder: TextDecoder, piece: Uint8Array): Generator<string | undefined> {
  for (let start = 0; start <= piece.length; ) {
    const end = endOfLine(piece, start)
    yield decoded(decoder, piece.subarray(start, end))
    start = end + 1
  }
}

function decoded(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/** The last line may do without its newline: somebody may have packed the file again by hand. */
function endOfLine(log: Uint8Array, from: number): number {
  const end = log.indexOf(newline, from)
  return end < 0 ? log.length : end
}
