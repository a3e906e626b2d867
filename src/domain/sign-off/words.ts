import type { SignOff } from '../model/entities'
import type { SignOffDecision } from '../model/sign-off'
import { formatDay } from '../time/format'

export const signOffWords: Readonly<Record<SignOffDecision, string>> = {
  accept: 'Accepted',
  'accept-with-conditions': 'Accepted with conditions',
  extend: 'Hypercare extended',
}

/** What was decided, `Hypercare extended to Fri 11 Dec 2026`. */
export function decisionText({ decision, extendTo }: SignOff): string {
  if (!decision) return 'Not decided'
  const words = signOffWords[decision]
  return decision === 'extend' && extendTo ? `${words} to ${formatDay(extendTo)}` : words
}
