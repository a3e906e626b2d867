import { roleWords } from '../ownership/role-words'
import type { Shift, ShiftRole } from './shift'

/** Whose shifts a calendar holds. */
export type Calendar =
  | { readonly kind: 'all' }
  | { readonly kind: 'role'; readonly role: ShiftRole }
  | { readonly kind: 'person'; readonly person: string }

export function calendarKey(calendar: Calendar): string {
  switch (calendar.kind) {
    case 'all':
      return 'all'
    case 'role':
      return `role:${calendar.role}`
    case 'person':
      return `person:${calendar.person}`
  }
}

export function isIn(calendar: Calendar, { role, person }: Pick<Shift, 'role' | 'person'>): boolean {
  switch (calendar.kind) {
    case 'all':
      return true
    case 'role':
      return role === calendar.role
    case 'person':
      return person === calendar.person
  }
}

/** What the calendar is called in the program that shows it. */
export function calendarName(
  calendar: Calendar,
  engagement: string,
  nameOf: (person: string) => string,
): string {
  if (calendar.kind === 'all') return `${engagement}: all shifts`
  return `${engagement}: ${calendar.kind === 'role' ? roleWords[calendar.role] : nameOf(calendar.person)}`
}
