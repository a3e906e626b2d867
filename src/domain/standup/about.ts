import type { StandupTopic } from '../model/standup-note'

/** What is talked about: what one person has, or one of the topics. */
export type About =
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'topic'; readonly topic: StandupTopic }

/** The same for the same thing, and never for another. */
export function aboutId(about: About): string {
  return about.kind === 'person' ? `person ${about.person}` : `topic ${about.topic}`
}

export const topicWords: Readonly<Record<StandupTopic, string>> = {
  'round-up': 'Since the last standup',
  unowned: 'Nobody really has them',
  decisions: 'Decisions needed',
  other: 'Anything else',
}
