import * as z from 'zod/mini'
import { flag, instant, key, line, longText } from './field'

export const noteKinds = ['note', 'blocker'] as const
export type NoteKind = (typeof noteKinds)[number]

/** What is talked about besides what each person has. */
export const standupTopics = ['round-up', 'unowned', 'decisions', 'other'] as const
export type StandupTopic = (typeof standupTopics)[number]

/** One line said at a standup, a row each: what two laptops write down at once stands side by side. */
export const standupNoteFields = {
  standup: key,
  kind: z.nullable(z.enum(noteKinds)),
  /** What it is about: a person, or else a topic. */
  person: key,
  topic: z.nullable(z.enum(standupTopics)),
  text: longText,
  author: line,
  writtenAt: instant,
  issue: key,
  /** When a blocker was out of the way; it comes up again until then. */
  clearedAt: instant,
  removed: flag,
} as const
