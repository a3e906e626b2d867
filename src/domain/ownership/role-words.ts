import type { personRoles } from '../model/person'

export const roleWords: Readonly<Record<(typeof personRoles)[number], string>> = {
  lead: 'Hypercare lead',
  triage: 'Triage',
  'floor-walker': 'Floor walker',
  'change-manager': 'Change manager',
  'on-call': 'On call',
  'support-lead': 'Support lead',
  sponsor: 'Sponsor',
}
