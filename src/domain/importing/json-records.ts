import { isObject, type Json, readJson } from './json-values'
import { ImportProblem } from './problem'
import type { RecordRow } from './table'

/** What a file of JSON holds, as a table. */
export interface JsonRecords {
  readonly headers: readonly string[]
  readonly records: readonly RecordRow[]
  readonly notes: readonly string[]
}

/** Parts of one cell that came from an array are kept apart by this. */
export const partSeparator = '\u001e'

const deepest = 6
const mostColumns = 2_000
const mostParts = 10_000
const listNames = [
  'items',
  'issues',
  'tickets',
  'cases',
  'result',
  'results',
  'records',
  'value',
  'data',
  'incidents',
  'nodes',
]

/** Whether a text begins like JSON, so that it is worth trying. */
export function looksLikeJson(text: string): boolean {
  return /^\s*(?:\[\s*[[{\]"]|\{\s*["}])/.test(text.slice(0, 1_000))
}

/**
 * Objects of a JSON file as records: an array, a search result with a list inside, several of them in a row, a
 * webhook payload or one object per line. A line that cannot be read is a record with a problem.
 * @throws ImportProblem
 */
export function jsonRecords(name: string, text: string): JsonRecords {
  const notes: string[] = []
  const objects = objectsIn(name, text)
  if (!objects.some((object) => object !== undefined)) {
    throw new ImportProblem(
      'no-records',
      `${name} is JSON without a list of issues in it. Export the issues themselves.`,
      {
        file: name,
      },
    )
  }
  const columns = new Map<string, number>()
  const flattened = objects.map((object) => {
    const cells = new Map<string, string>()
    if (object) flatten(object, '', 0, cells)
    for (const header of cells.keys()) {
      if (!columns.has(header) && columns.size < mostColumns) columns.set(header, columns.size)
    }
    return cells
  })
  const headers = [...columns.keys()]
  if (columns.size >= mostColumns) notes.push(`Only the first ${mostColumns} properties were read.`)
  return {
    headers: headers.map((header, index) => header.trim() || `Column ${index + 1}`),
    records: flattened.map((cells, index) => ({
      number: index + 1,
      cells: headers.map((header) => cells.get(header) ?? ''),
      ...(!objects[index] && { problem: 'This line is not whole JSON.' }),
    })),
    notes,
  }
}

type JsonObject = { readonly [name: string]: Json }

/** Every record's object, in order; undefined for a line that cannot be read. */
function objectsIn(name: string, text: string): (JsonObject | undefined)[] {
  const read = readJson(name, text)
  if (read.kind === 'documents') return read.documents.flatMap(objectsOf).filter(isObject)
  return read.lines.flatMap(({ json }) =>
    json === undefined ? [undefined] : objectsOf([json]).filter(isObject),
  )
}

function objectsOf(json: Json): readonly Json[] {
  if (Array.isArray(json))
    return (json as readonly Json[]).flatMap((item) => (isPayload(item) ? [item.issue as Json] : [item]))
  if (!isObject(json)) return []
  if (isPayload(json)) return [json.issue as Json]
  for (const name of listNames) {
    const list = Object.hasOwn(json, name) ? json[name] : undefined
    if (Array.isArray(list)) return objectsOf(list as readonly Json[])
    if (isObject(list) && name === 'data') return objectsOf(list)
  }
  return [json]
}

/** What a GitHub webhook sends: the issue, and what happened to it. */
function isPayload(json: Json): json is { readonly issue: Json } {
  return (
    isObject(json) &&
    Object.hasOwn(json, 'issue') &&
    isObject(json.issue as Json) &&
    !Object.hasOwn(json, 'title')
  )
}

function flatten(
  object: { readonly [name: string]: Json },
  prefix: string,
  depth: number,
  cells: Map<string, string>,
): void {
  for (const [name, value] of Object.entries(object)) {
    // Jira wraps all that matters of an issue in `fields`.
    if (name === 'fields' && depth === 0 && isObject(value)) {
      flatten(value, '', depth + 1, cells)
      continue
    }
    const header = prefix + name
    const plain = plainText(value)
    if (plain !== undefined) {
      if (plain !== '') cells.set(header, plain)
    } else if (isObject(value)) {
      if (depth < deepest) flatten(value, `${header}.`, depth + 1, cells)
    } else {
      const parts = (value as readonly Json[])
        .slice(0, mostParts)
        .map(partText)
        .filter((part) => part !== '')
      if (parts.length > 0) cells.set(header, parts.join(partSeparator))
    }
  }
}

/** A value that fits one cell: a scalar, or an object that stands for a person or a label. */
function plainText(value: Json): string | undefined {
  if (value === null) return ''
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return value.length === 0 ? '' : undefined
  return personOrLabel(value as { readonly [name: string]: Json })
}

function personOrLabel(object: { readonly [name: string]: Json }): string | undefined {
  for (const name of ['login', 'displayName', 'display_value', 'name', 'value']) {
    const text = Object.hasOwn(object, name) ? object[name] : undefined
    if (typeof text === 'string' && text !== '') return text
  }
  return undefined
}

function partText(part: Json): string {
  const plain = plainText(part)
  if (plain !== undefined) return plain
  if (!isObject(part)) return ''
  const text = part.body ?? part.text
  if (typeof text === 'string') {
    const at = part.createdAt ?? part.created_at ?? part.created ?? ''
    const author = plainText(part.author ?? part.user ?? '') ?? ''
    return `${String(at)};${author};${text}`
  }
  return ''
}
