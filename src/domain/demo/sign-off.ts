import type { SigningText } from '../sign-off/commands'
import type { Day } from '../time/day'
import { sponsor } from './cast'

/** How the sponsor signs at the end of the whole story. */
export function sponsorSigns(day: Day): SigningText {
  return {
    decision: 'accept',
    name: sponsor.name,
    role: 'Head of Customer Services',
    signedOn: day,
    extendTo: '',
    conditions: '',
    typed: sponsor.name,
    strokes: [],
  }
}
