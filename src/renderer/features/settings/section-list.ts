export type SectionId =
  | 'engagement'
  | 'severities'
  | 'hours'
  | 'cadence'
  | 'shifts'
  | 'trends'
  | 'people'
  | 'teams'
  | 'laptop'
  | 'notifications'
  | 'data'

/** A section of the settings, without what it draws. */
export interface SettingsSection {
  readonly id: SectionId
  readonly title: string
  readonly lead: string
}

export const ofTheEngagement: readonly SettingsSection[] = [
  {
    id: 'engagement',
    title: 'Engagement',
    lead: 'What is being cared for, from when to when.',
  },
  {
    id: 'severities',
    title: 'Severities',
    lead: 'How fast each severity is acknowledged, updated and resolved, and when that clock rests.',
  },
  {
    id: 'hours',
    title: 'Support hours',
    lead: 'When support is there. Targets counted on support hours stand still outside of them.',
  },
  {
    id: 'cadence',
    title: 'Cadence',
    lead: 'How often the team meets, and how that tapers off.',
  },
  {
    id: 'shifts',
    title: 'Shift limits',
    lead: 'What one person may be asked to bear. The rota warns where it asks for more, and never fills itself beyond it.',
  },
  {
    id: 'trends',
    title: 'Adoption trends',
    lead: 'From when on the use of the system is a concern. Each concern says the limits it was held against.',
  },
  {
    id: 'people',
    title: 'People',
    lead: 'Who works on this engagement. An import adds the people it meets.',
  },
  { id: 'teams', title: 'Teams', lead: 'Groups that people belong to.' },
]

export const ofTheLaptop: readonly SettingsSection[] = [
  {
    id: 'laptop',
    title: 'You and this laptop',
    lead: 'Your own choices. They are no part of the engagement.',
  },
  {
    id: 'notifications',
    title: 'Notifications',
    lead: 'What this laptop tells you while you look elsewhere, and when it keeps quiet.',
  },
  {
    id: 'data',
    title: 'Data and backups',
    lead: 'Where everything is kept, and how to get it back.',
  },
]

export const settingsSections = [...ofTheEngagement, ...ofTheLaptop]
