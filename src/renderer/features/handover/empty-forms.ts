import type { ItemForm, SessionForm } from '@domain/handover/commands'
import type { ItemLine } from '@domain/handover/lines'

export function emptyItem(kind: ItemLine['kind']): ItemForm {
  return { kind, title: '', givenBy: '', takenBy: '', detail: '', workaround: '', place: '', dueOn: '' }
}

export const emptySession: SessionForm = {
  title: '',
  givenBy: '',
  plannedOn: '',
  attendees: [],
  place: '',
  detail: '',
}
