import type * as z from 'zod/mini'
import { numberText } from '../reporting/number-text'
import {
  count,
  day,
  flag,
  instant,
  key,
  line,
  longestLine,
  longestText,
  longText,
  timeOfDay,
  wall,
} from './field'
import type { Value } from './value'

/** All of them may be null. */
const kinds: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [line, `a text of at most ${numberText(longestLine)} characters`],
  [longText, `a text of at most ${numberText(longestText)} characters`],
  [key, 'the key of a row'],
  [instant, 'a moment in milliseconds since 1970'],
  [day, 'a day such as "2026-11-23"'],
  [wall, 'a time such as "2026-11-23T09:00"'],
  [timeOfDay, 'a time of day such as "09:00"'],
  [count, 'a number from 0 on'],
  [flag, 'true, false'],
])

/** What a field takes, for somebody who tried something else: `1, 2, 3 or null`. */
export function allowedWords(schema: z.ZodMiniType<Value>): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(choicesOf(schema))
}

function choicesOf(schema: z.core.$ZodType): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  const kind = kinds.get(schema)
  if (kind !== undefined) return [kind, 'null']
  switch (def.type) {
    case 'nullable':
      return [...choicesOf(def.innerType), 'null']
    case 'union':
      return def.options.flatMap(choicesOf)
    case 'literal':
      return def.values.map((value) => JSON.stringify(value))
    case 'enum':
      return Object.values(def.entries).map((value) => JSON.stringify(value))
    case 'string':
      return ['a text in the form of this field']
    default:
      return ['a value of another kind']
  }
}
