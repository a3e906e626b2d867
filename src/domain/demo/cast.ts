import type { OwningTeam } from '../model/issue'
import { personKeyFromName, type personRoles } from '../model/person'

/** Everybody and everything here is made up. */
export const client = 'Meridian Water'
export const consultancy = 'Northgate Consulting'

type Role = (typeof personRoles)[number]

export interface Team {
  readonly key: string
  readonly name: string
  readonly side: OwningTeam
}

export interface CastMember {
  readonly key: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly side: OwningTeam
  readonly group: string
  /** Days after go-live on which the person left, if they did. */
  readonly leftAfter?: number
}

export const teams = [
  { key: 'team:core', name: 'CRM core', side: 'project' },
  { key: 'team:integration', name: 'Integration & data', side: 'project' },
  { key: 'team:change', name: 'Change & training', side: 'project' },
  { key: 'team:service-desk', name: 'Service desk', side: 'steady-state' },
  { key: 'team:application-support', name: 'Application support', side: 'steady-state' },
] as const satisfies readonly Team[]

type TeamKey = (typeof teams)[number]['key']

function member(name: string, role: Role, group: TeamKey, leftAfter?: number): CastMember {
  const side = teams.find((team) => team.key === group)?.side ?? 'project'
  const mailbox = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/ /g, '.')
  const domain = side === 'project' ? 'northgate-consulting.example' : 'meridian-water.example'
  const email = `${mailbox}@${domain}`
  const key = personKeyFromName(name)
  return { key, name, email, role, side, group, ...(leftAfter !== undefined && { leftAfter }) }
}

export const lead = member('Lena Brandt', 'lead', 'team:core')
export const changeManager = member('Amélie Laurent', 'change-manager', 'team:change')
export const supportLead = member('Katrin Vogel', 'support-lead', 'team:application-support')
export const sponsor = member('Ulrike Sander', 'sponsor', 'team:application-support')

export const cast: readonly CastMember[] = [
  lead,
  member('Jonas Keller', 'triage', 'team:core'),
  member('Priya Raman', 'triage', 'team:integration'),
  member('Tomasz Nowak', 'on-call', 'team:core'),
  member('Sofia Marin', 'on-call', 'team:integration'),
  member('Henrik Lund', 'on-call', 'team:integration', 14),
  changeManager,
  member('David Osei', 'floor-walker', 'team:change'),
  member('Chiara Conti', 'floor-walker', 'team:change'),
  supportLead,
  member('Murat Demir', 'triage', 'team:service-desk'),
  member('Petra Hahn', 'floor-walker', 'team:service-desk'),
  member('Felix Sommer', 'on-call', 'team:application-support'),
  member('Inês Carvalho', 'triage', 'team:application-support'),
  member('Nadia Rahimi', 'floor-walker', 'team:service-desk'),
  sponsor,
]

/** Those who take on issues, by the side they work for; the sponsor and the leads hand theirs on. */
export const handlers: Readonly<Record<OwningTeam, readonly CastMember[]>> = {
  project: cast.filter(({ side, role }) => side === 'project' && role !== 'lead'),
  'steady-state': cast.filter(
    ({ side, role }) => side === 'steady-state' && role !== 'sponsor' && role !== 'support-lead',
  ),
}

export const units = [
  'Customer Centre North',
  'Customer Centre South',
  'Billing Operations',
  'Meter Services',
  'Field Planning',
  'Receivables',
  'New Connections',
  'Key Accounts',
  'Back Office Mail',
  'Complaints Desk',
] as const

export const districts = [
  'Altmark',
  'Brückenfeld',
  'Eichwald',
  'Fährhafen',
  'Lindenau',
  'Mühlgrund',
  'Rosental',
  'Seehöhe',
] as const

export const reporters = [
  'Anja Reuter',
  'Bernd Falk',
  'Carla Mendes',
  'Dilek Aydin',
  'Erik Sundberg',
  'Franziska Bär',
  'Georg Pohl',
  'Hanna Weiss',
  'Ivan Petrov',
  'Jana Kolar',
  'Kai Thomsen',
  'Lucia Romano',
  'Marta Zielinska',
  'Nico Albrecht',
  'Oana Popescu',
  'Paul Engel',
  'Rana Haddad',
  'Stefan Kurz',
  'Tilda Nyberg',
  'Uwe Lang',
  'Vera Novak',
  'Wiebke Hansen',
  'Yusuf Kaplan',
  'Zoe Martin',
] as const
