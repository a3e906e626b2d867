import { type ColumnMapping, checkMapping, mappingSignature } from '@domain/importing/mapping'
import { ImportProblem } from '@domain/importing/problem'
import type { Table } from '@domain/importing/table'
import type { SourceName } from '@domain/importing/trackers/tracker'
import type { Replica } from '@domain/merge/replica'
import * as z from 'zod/mini'

/** The mapping that was remembered for a file with these columns. */
export function rememberedMapping(
  replica: Replica,
  table: Table,
  source: SourceName,
): ColumnMapping | undefined {
  const row = replica.table('importMapping').get(mappingSignature(table, source))
  // With an import that was undone its mapping is forgotten too: it may have been the reason.
  const stored = row?.values.removed === true ? undefined : row?.values.mapping
  if (typeof stored !== 'string') return undefined
  try {
    return checkMapping(JSON.parse(stored), table, source)
  } catch (error) {
    // A newer version may have remembered what this one does not understand; then it is proposed anew.
    if (error instanceof ImportProblem || error instanceof SyntaxError) return undefined
    throw error
  }
}

const encodingSchema = z.object({ encoding: z.optional(z.string()) })

/** Encodings that people chose for files of any source, and that stand remembered. */
export function rememberedEncodings(replica: Replica): ReadonlySet<string> {
  const encodings = new Set<string>()
  for (const { values } of replica.table('importMapping').values()) {
    if (values.removed === true || typeof values.mapping !== 'string') continue
    // Cheap to pass over: hardly any mapping names one.
    if (!values.mapping.includes('"encoding"')) continue
    const { data } = z.safeParse(encodingSchema, parsed(values.mapping))
    if (data?.encoding) encodings.add(data.encoding)
  }
  return encodings
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
