import * as z from 'zod/mini'
import { day, flag, instant, key, line, longText } from './field'
import { standupTopics } from './standup-note'

/** Something that somebody has promised to do. It comes up at every standup until it is done. */
export const actionFields = {
  text: longText,
  owner: key,
  dueOn: day,
  doneAt: instant,
  author: line,
  writtenAt: instant,
  /** Where it was promised: the standup, and under whom or what. */
  standup: key,
  person: key,
  topic: z.nullable(z.enum(standupTopics)),
  issue: key,
  removed: flag,
} as const
