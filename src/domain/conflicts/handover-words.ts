import type { Value } from '../model/value'

/** What people call what is handed over. */
export const handoverEntityWords: Readonly<Record<string, string>> = {
  handoverItem: 'Handover',
  knowledgeSession: 'Knowledge session',
}

export const handoverLabels: Readonly<Record<string, string>> = {
  'handoverItem.kind': 'What it is',
  'handoverItem.givenBy': 'Handed over by',
  'handoverItem.takenBy': 'Taken over by',
  'handoverItem.place': 'Where it is',
  'handoverItem.dueOn': 'Until',
  'knowledgeSession.givenBy': 'Shown by',
  'knowledgeSession.plannedOn': 'Planned for',
  'knowledgeSession.heldAt': 'Held',
  'knowledgeSession.place': 'Recording or notes',
  ...ofBoth('answer', 'Accepted or declined'),
  ...ofBoth('answeredBy', 'Who accepted or declined'),
  ...ofBoth('answeredAt', 'When that was said'),
  ...ofBoth('answerNote', 'What was said to it'),
}

const words: Readonly<Record<string, string>> = {
  accepted: 'Accepted',
  declined: 'Declined',
  ownership: 'Ownership',
  runbook: 'Runbook',
  'known-error': 'Known error',
  access: 'Access',
  residual: 'Left open',
}

/** A value that has words of its own; undefined for any other. */
export function handoverValueText(entity: string, field: string, value: Value): string | undefined {
  if (!Object.hasOwn(handoverEntityWords, entity)) return undefined
  return field === 'answer' || field === 'kind' ? words[String(value)] : undefined
}

/** The label of an element of a set; undefined for sets of others. */
export function handoverSetLabel(prefix: string, name: string): string | undefined {
  return prefix === 'attendee' ? `${name} was there` : undefined
}

function ofBoth(field: string, label: string): Readonly<Record<string, string>> {
  return { [`handoverItem.${field}`]: label, [`knowledgeSession.${field}`]: label }
}
