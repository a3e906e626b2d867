import * as z from 'zod/mini'
import { packFields } from './pack'

/** The daily sponsor pack: where the work stands, and what changed since yesterday. */
export const dailyPackSchema = z.object({ kind: z.literal('daily'), ...packFields })
export type DailyPack = z.infer<typeof dailyPackSchema>
