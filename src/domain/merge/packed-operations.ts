import { type Fields, type Instant, quickened, type Value } from '../model/value'
import { Names } from './names'
import type { Operation } from './operation'
import { type Stamp, stampLaptop } from './stamp'

/**
 * Operations as lines of text in which whatever comes again and again is said once. The first line lists names (of
 * fields, entities, people, causes); every other is one operation that tells names by their places in that list. An
 * import names the same forty fields for every issue: written out, they would be more than half of the log.
 */
type PackedOperation = readonly [
  stamp: Stamp,
  seq: number,
  by: number,
  entity: number,
  key: string,
  at: Instant | null,
  cause: number | null,
  was: Operation['was'] | null,
  ...fieldsAndValues: Value[],
]

/** Where the pairs of a field's place and its value begin. */
const firstField = 8

/** The text for `unpackOperations`. An operation's laptop is left out: its stamp ends with it. */
export function packOperations(operations: readonly Operation[]): string {
  const names = new Names()
  const lines = ['']
  for (const { stamp, seq, by, entity, key, at, cause, was, fields } of operations) {
    const packed: [...PackedOperation] = [
      stamp,
      seq,
      names.placeOf(by),
      names.placeOf(entity),
      key,
      at ?? null,
      cause === undefined ? null : names.placeOf(cause),
      was ?? null,
    ]
    for (const field in fields) packed.push(names.placeOf(field), fields[field] as Value)
    lines.push(JSON.stringify(packed))
  }
  lines[0] = JSON.stringify(names.all)
  return lines.join('\n')
}

/** The operations, as they were packed. */
export function unpackOperations(text: string): Operation[] {
  // One parse beats a thousand, and no line has a line break in it.
  const [names, ...lines] = JSON.parse(`[${text.replaceAll('\n', ',')}]`) as [string[], ...PackedOperation[]]
  return lines.map((line) => unpacked(line, names))
}

function unpacked(line: PackedOperation, names: readonly string[]): Operation {
  const [stamp, seq, by, entity, key, at, cause, was] = line
  const fields: Fields = {}
  for (let index = firstField; index < line.length; index += 2)
    fields[names[line[index] as number] as string] = line[index + 1] as Value
  return {
    stamp,
    laptop: stampLaptop(stamp),
    seq,
    by: names[by] as string,
    entity: names[entity] as string,
    key,
    fields: quickened(fields),
    ...(was && { was }),
    ...(at !== null && { at }),
    ...(cause !== null && { cause: names[cause] as string }),
  }
}
