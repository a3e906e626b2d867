import { Names } from '../merge/names'
import { checkOperation, type Operation } from '../merge/operation'
import { stampLaptop } from '../merge/stamp'
import { Filling } from '../model/filling'
import type { Value } from '../model/value'

/** A line that is no operation which this version can take in. */
export interface QuarantinedLine {
  /** Counted from 1. */
  readonly line: number
  readonly problem: string
}

export type OperationLine = { readonly operation: Operation } | QuarantinedLine

/**
 * An operation as one line. Whatever comes again and again is said once, in the list of names before it, and told by
 * its place there: written out in full, names would be more than half of a bundle. The operation's laptop is the end
 * of its stamp.
 */
type PlacedOperation = readonly [
  stamp: string,
  seq: number,
  by: number,
  entity: number,
  key: string,
  at: number | null,
  cause: number | null,
  was: Operation['was'] | null,
  ...fieldsAndValues: Value[],
]

/** Where the pairs of a field's place and its value begin. */
const firstField = 8
const newline = 10
/** Bytes that are made text at once: few enough to stop between, enough to be quick. */
const pieceSize = 1 << 20

/** Lines for `operations.jsonl`, each ended: a list of names, then an operation each. */
export function writeOperationLines(operations: readonly Operation[]): string {
  const names = new Names()
  const lines = ['']
  for (const { stamp, seq, by, entity, key, at, cause, was, fields } of operations) {
    const placed: [...PlacedOperation] = [
      stamp,
      seq,
      names.placeOf(by),
      names.placeOf(entity),
      key,
      at ?? null,
      cause === undefined ? null : names.placeOf(cause),
      was ?? null,
    ]
    for (const field in fields) placed.push(names.placeOf(field), fields[field] as Value)
    lines.push(JSON.stringify(placed))
  }
  lines[0] = JSON.stringify(names.all)
  return `${lines.join('\n')}\n`
}

/**
 * Reads `operations.jsonl` as docs/bundle-format.md tells. A line is an operation in full, an operation that tells
 * names by their places, or the list of those names for the lines after it.
 */
export function* readOperationLines(log: Uint8Array): Generator<OperationLine> {
  const filling = new Filling()
  let names: readonly string[] = []
  let line = 0
  for (const text of textLines(log)) {
    line++
    const input = text === undefined ? undefined : parsed(text)
    if (isListOfNames(input)) names = input
    else yield checked(input, names, filling, line)
  }
}

function checked(input: unknown, names: readonly string[], filling: Filling, line: number): OperationLine {
  if (input === undefined) return { line, problem: 'not a line of JSON' }
  const told = Array.isArray(input) ? inFull(input, names, filling) : input
  if (told === undefined) return { line, problem: 'it tells a name that is not in its list' }
  const result = checkOperation(told)
  return 'operation' in result ? result : { line, problem: result.problem }
}

/** Undefined where it cannot be told which names the line means; what it says is checked afterwards. */
function inFull(line: readonly unknown[], names: readonly string[], filling: Filling): unknown {
  const [stamp, seq, by, entity, key, at, cause, was] = line
  const nameAt = (place: unknown) => (typeof place === 'number' ? names[place] : undefined)
  filling.begin()
  for (let index = firstField; index < line.length; index += 2) {
    const field = nameAt(line[index])
    if (field === undefined) return undefined
    // Whether it is a value is checked with all else.
    filling.set(field, line[index + 1] as Value)
  }
  if (typeof stamp !== 'string' || (cause !== null && nameAt(cause) === undefined)) return undefined
  const told: Record<string, unknown> = {
    stamp,
    laptop: stampLaptop(stamp as Operation['stamp']),
    seq,
    by: nameAt(by),
    entity: nameAt(entity),
    key,
    fields: filling.done(),
  }
  if (was !== null) told.was = was
  if (at !== null) told.at = at
  if (cause !== null) told.cause = nameAt(cause)
  return told
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
