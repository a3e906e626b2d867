import { Filling } from '../model/filling'
import type { Instant, Value } from '../model/value'
import type { Operation } from './operation'
import { type Stamp, stampLaptop } from './stamp'

/** How version 2 of the schema wrote an operation: every value with the place of its field's name before it. */
type NamedOperation = readonly [
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

/** Operations as version 2 wrote them: a line with a list of names, then a line for each operation. */
export function unpackNamed(text: string): Operation[] {
  const [names, ...lines] = JSON.parse(`[${text.replaceAll('\n', ',')}]`) as [string[], ...NamedOperation[]]
  const filling = new Filling()
  return lines.map((line) => unpacked(line, names, filling))
}

function unpacked(line: NamedOperation, names: readonly string[], filling: Filling): Operation {
  const [stamp, seq, by, entity, key, at, cause, was] = line
  filling.begin()
  for (let index = firstField; index < line.length; index += 2)
    filling.set(names[line[index] as number] as string, line[index + 1] as Value)
  return {
    stamp,
    laptop: stampLaptop(stamp),
    seq,
    by: names[by] as string,
    entity: names[entity] as string,
    key,
    fields: filling.done(),
    ...(was && { was }),
    ...(at !== null && { at }),
    ...(cause !== null && { cause: names[cause] as string }),
  }
}
