import { type HandoverItemKind, handoverItemKinds } from '../model/handover-item'

/** What is handed over, in the order in which it is looked at. */
export const handoverKinds = [
  'ownership',
  'session',
  ...handoverItemKinds.filter((kind) => kind !== 'ownership'),
] as const satisfies readonly (HandoverItemKind | 'session')[]
export type HandoverKind = HandoverItemKind | 'session'

export interface KindWords {
  /** Of all of them, as a heading. */
  readonly all: string
  /** Of one of them, in a sentence. */
  readonly one: string
  /** What it is for. */
  readonly purpose: string
}

export const kindWords: Readonly<Record<HandoverKind, KindWords>> = {
  ownership: {
    all: 'Ownership',
    one: 'Component',
    purpose: 'Who looks after each component once the project team has gone.',
  },
  session: {
    all: 'Knowledge sessions',
    one: 'Knowledge session',
    purpose: 'What is shown to those who stay, who was there, and who says that it was enough.',
  },
  runbook: {
    all: 'Runbooks',
    one: 'Runbook',
    purpose: 'What is done step by step, where that is written down, and who has tried it.',
  },
  'known-error': {
    all: 'Known errors',
    one: 'Known error',
    purpose: 'What is known to go wrong, and the way round it.',
  },
  access: {
    all: 'Access',
    one: 'Access',
    purpose: 'Who gets which rights, and whose come to an end.',
  },
  residual: {
    all: 'Left open',
    one: 'Left open',
    purpose: 'Every issue that is still open, accepted by somebody by name.',
  },
}
