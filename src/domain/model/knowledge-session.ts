import { day, flag, instant, line, longText } from './field'
import { answerFields } from './handover-item'

/** An hour in which those who leave show those who stay how something is done. */
export const knowledgeSessionFields = {
  title: line,
  /** Who shows it. */
  givenBy: line,
  plannedOn: day,
  heldAt: instant,
  /** Where its recording or notes are found. */
  place: line,
  detail: longText,
  ...answerFields,
  removed: flag,
} as const

/** `attendee:NAME` somebody who is to be there, and was once it is held. */
export const knowledgeSessionSets = { 'attendee:': flag } as const
