import * as z from 'zod/mini'
import { flag, line } from './field'
import { owningTeams } from './issue'

/** A named group of people; `side` says for which of the two owning teams it works. */
export const teamFields = { name: line, side: z.nullable(z.enum(owningTeams)), removed: flag } as const
