import * as z from 'zod/mini'
import { fieldsProblem } from '../model/entities'
import type { Fields, Instant, Value } from '../model/value'
import { isStamp, type LaptopId, type Stamp, stampLaptop, stampWall } from './stamp'

/**
 * One change, written once and never altered. Rows are only the sum of operations.
 * `was` lists, per field, the writes that the writer saw standing there; a field it saw empty is left out.
 * Under `*` a removal also names what others had typed into the row, and a change to a removed row its removal.
 * `at` is when the change happened in the world, where that is not when it was written (imported history).
 * `cause` names the change that brought the operation: `import:ID`, `undo:ID`, `redo:ID`, `demo`.
 */
export interface Operation {
  readonly stamp: Stamp
  readonly laptop: LaptopId
  readonly seq: number
  /** Person or source that made the change, as shown to people. */
  readonly by: string
  readonly entity: string
  readonly key: string
  readonly fields: Fields
  readonly was?: Readonly<Record<string, readonly Stamp[]>>
  readonly at?: Instant
  readonly cause?: string
}

/** In `was`, stands for the fields that the operation does not write. */
export const everyField = '*'

export const importCause = (id: string) => `import:${id}`
export const isImported = (operation: { readonly cause?: string }) =>
  operation.cause?.startsWith('import:') ?? false

/** When the change happened, for questions about a past day. */
export function effectiveAt(operation: Operation): Instant {
  return operation.at ?? stampWall(operation.stamp)
}

const stampSchema = z.custom<Stamp>(isStamp, 'not a stamp')
const valueSchema: z.ZodMiniType<Value> = z.union([z.string(), z.number(), z.boolean(), z.null()])
const operationSchema = z.object({
  stamp: stampSchema,
  laptop: z.string().check(z.regex(/^[0-9a-z]{10}$/)),
  seq: z.int().check(z.gte(1)),
  by: z.string().check(z.maxLength(1_000)),
  entity: z.string().check(z.minLength(1), z.maxLength(100)),
  key: z.string().check(z.minLength(1), z.maxLength(1_000)),
  fields: z.record(z.string().check(z.maxLength(1_000)), valueSchema),
  was: z.optional(z.record(z.string(), z.array(stampSchema))),
  at: z.optional(z.number().check(z.gte(-8.64e15), z.lte(8.64e15))),
  cause: z.optional(z.string().check(z.maxLength(200))),
})

export type Checked = { readonly operation: Operation } | { readonly problem: string }

/** An operation out of a file: its shape, its stamp against its laptop, and every known field are checked. */
export function checkOperation(input: unknown): Checked {
  const read = isSurelyOperation(input) ? { operation: input } : readBySchema(input)
  if ('problem' in read) return read
  const { operation } = read
  if (stampLaptop(operation.stamp) !== operation.laptop)
    return { problem: 'stamp: written by another laptop than it says' }
  const problem = fieldsProblem(operation.entity, operation.fields)
  return problem ? { problem } : read
}

function readBySchema(input: unknown): Checked {
  const parsed = z.safeParse(operationSchema, input)
  if (parsed.success) return { operation: parsed.data as Operation }
  const issue = parsed.error.issues[0]
  return { problem: `${issue?.path.join('.') || 'operation'}: ${issue?.message ?? 'not an operation'}` }
}

const members: ReadonlySet<string> = new Set(Object.keys(operationSchema.shape))

/**
 * Whether the schema surely takes it as it is, told without the schema library: a bundle brings a million of them. A no
 * says nothing; then the schema decides, and says why not.
 */
function isSurelyOperation(input: unknown): input is Operation {
  if (!isObject(input)) return false
  // The schema leaves out what it does not know.
  for (const member in input) if (!members.has(member)) return false
  const { stamp, laptop, seq, by, entity, key, fields, was, at, cause } = input
  return (
    isStamp(stamp) &&
    laptop === stampLaptop(stamp) &&
    Number.isSafeInteger(seq) &&
    (seq as number) >= 1 &&
    isText(by, 0, 1_000) &&
    isText(entity, 1, 100) &&
    isText(key, 1, 1_000) &&
    areValues(fields) &&
    (was === undefined || areStamps(was)) &&
    (at === undefined || (typeof at === 'number' && Math.abs(at) <= 8.64e15)) &&
    (cause === undefined || isText(cause, 0, 200))
  )
}

function isObject(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
}

function isText(input: unknown, shortest: number, longest: number): boolean {
  return typeof input === 'string' && input.length >= shortest && input.length <= longest
}

function areValues(fields: unknown): boolean {
  if (!isObject(fields)) return false
  for (const field in fields) {
    const value = fields[field]
    const kind = typeof value
    const isValue = kind === 'string' || kind === 'boolean' || value === null || Number.isFinite(value)
    if (!isValue || field.length > 1_000 || field === '__proto__') return false
  }
  return true
}

function areStamps(was: unknown): boolean {
  if (!isObject(was)) return false
  for (const field in was) {
    const seen = was[field]
    if (!Array.isArray(seen) || !seen.every(isStamp) || field === '__proto__') return false
  }
  return true
}
