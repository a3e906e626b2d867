import * as z from 'zod/mini'
import { BundleProblem } from './problem'
import { damaged } from './zip-directory'

export const bundleFormat = 'hypercare-war-room'
/** Raised whenever an older program could misread what a newer one writes. */
export const formatVersion = 1

const name = z.string().check(z.minLength(1), z.maxLength(255))
const wholeNumber = z.int().check(z.gte(0))
const laptop = z.string().check(z.regex(/^[0-9a-z]{10}$/))

const entrySchema = z.object({
  name,
  size: wholeNumber,
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
})

const manifestSchema = z.object({
  format: z.literal(bundleFormat),
  formatVersion: z.literal(formatVersion),
  /** A backup is for the laptop that wrote it, and complete; a bundle is for others. */
  kind: z.enum(['backup', 'bundle']),
  engagement: z.object({ id: name, name: z.string(), client: z.string() }),
  /** The laptop that wrote the file. */
  laptop,
  /** Milliseconds since the epoch, by that laptop's clock. */
  writtenAt: z.number(),
  /** Number of operations in the file. */
  operations: wholeNumber,
  /** Laptop → the last of its operations that the writer had seen without a hole. */
  seen: z.record(laptop, wholeNumber),
  entries: z.array(entrySchema),
  /** Who writes on that laptop, as others call it. Bundles only, like what follows. */
  writer: z.optional(z.string().check(z.maxLength(1_000))),
  /** What others can encrypt for, so that only that laptop reads it: an age recipient. */
  recipient: z.optional(z.string().check(z.regex(/^age1[0-9a-z]{1,4000}$/))),
  /** The laptop it was made for: what that one was not known to have. Left out where it is for anyone. */
  for: z.optional(laptop),
  /** Whether it holds everything that the writer had. */
  complete: z.optional(z.boolean()),
})

export type Manifest = z.infer<typeof manifestSchema>
export type ManifestEntry = z.infer<typeof entrySchema>

/** @throws BundleProblem */
export function readManifest(content: Uint8Array): Manifest {
  let input: unknown
  try {
    input = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content))
  } catch {
    throw damaged('Its table of contents cannot be read.')
  }
  const header = z.safeParse(z.object({ format: z.literal(bundleFormat), formatVersion: z.number() }), input)
  if (!header.success) throw new BundleProblem('not-a-bundle', 'The file is not a war room bundle.')
  const version = header.data.formatVersion
  if (version > formatVersion) {
    throw new BundleProblem(
      'newer-format',
      `The file was written by a newer version of the program (format ${version}; this one reads ${formatVersion}). Update this one to read it.`,
      { formatVersion: version },
    )
  }
  const manifest = z.safeParse(manifestSchema, input)
  if (manifest.success) return manifest.data
  const issue = manifest.error.issues[0]
  throw damaged(`Its table of contents is not in order: ${issue?.path.join('.')}: ${issue?.message}.`)
}
