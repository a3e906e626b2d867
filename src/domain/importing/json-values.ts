import { ImportProblem } from './problem'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** One value on a line of its own; without `json` where the line cannot be read. */
export interface JsonLine {
  readonly json: Json | undefined
}

/** What a JSON file holds: one document, several in a row, or one value per line. */
export type JsonText =
  | { readonly kind: 'documents'; readonly documents: readonly Json[] }
  | { readonly kind: 'lines'; readonly lines: readonly JsonLine[] }

/** Of a file with one value per line, as many lines as this must be whole for the others to be set aside. */
const leastWholeLines = 0.5

/** @throws ImportProblem when the text is no whole JSON in any of these forms. */
export function readJson(name: string, text: string): JsonText {
  try {
    return { kind: 'documents', documents: [JSON.parse(text) as Json] }
  } catch (problem) {
    const lines = text
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .map((line) => ({ json: parsed(line) }))
    const whole = lines.filter(({ json }) => isObject(json)).length
    if (lines.length > 1 && whole >= lines.length * leastWholeLines) return { kind: 'lines', lines }
    const documents = documentsIn(text).map(parsed)
    if (documents.length > 1 && documents.every((json) => json !== undefined))
      return { kind: 'documents', documents: documents as readonly Json[] }
    const why = problem instanceof Error ? problem.message : String(problem)
    throw new ImportProblem('broken-json', `${name} is not whole JSON (${why}). Export it again.`, {
      file: name,
    })
  }
}

export function isObject(json: Json | undefined): json is { readonly [name: string]: Json } {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

/** Texts of the lists and objects that stand one after the other, as a paged download leaves them. */
function documentsIn(text: string): string[] {
  const documents: string[] = []
  let depth = 0
  let start = 0
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gsu)) {
    if (token === '[' || token === '{') {
      if (depth === 0) start = index
      depth++
    } else if (token === ']' || token === '}') {
      depth--
      if (depth === 0) documents.push(text.slice(start, index + 1))
    }
  }
  return depth === 0 ? documents : []
}
