import * as z from 'zod/mini'
import { dailyPackSchema } from './daily-pack'
import { exitPackSchema } from './exit-pack'
import { handoverPackSchema } from './handover-pack'
import { weeklyPackSchema } from './weekly-pack'

const anyPack = z.discriminatedUnion('kind', [
  dailyPackSchema,
  weeklyPackSchema,
  exitPackSchema,
  handoverPackSchema,
])
export type Pack = z.infer<typeof anyPack>

/** A pack out of its JSON text. @throws Error with a message for people when the text is no pack. */
export function readPack(json: string): Pack {
  let input: unknown
  try {
    input = JSON.parse(json)
  } catch {
    throw new Error('The report to print is not readable: it is no JSON text.')
  }
  const parsed = z.safeParse(anyPack, input)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Error(
    `The report to print is not readable: ${issue?.path.join('.') ?? 'report'} ${issue?.message ?? ''}`.trim(),
  )
}
