import type { ComponentType } from 'react'
import { Link, useRoute } from 'wouter'
import { PageHeader } from '../../ui/page-header'
import { paths } from '../../view-state/paths'
import { CadenceSection } from './sections/cadence-section'
import { DataSection } from './sections/data-section'
import { EngagementSection } from './sections/engagement-section'
import { HoursSection } from './sections/hours-section'
import { LaptopSection } from './sections/laptop-section'
import { NotificationsSection } from './sections/notifications-section'
import { PeopleSection } from './sections/people-section'
import { SeveritySection } from './sections/severity-section'
import { TeamsSection } from './sections/teams-section'
import styles from './settings.module.css'

interface Section {
  readonly id: string
  readonly title: string
  readonly lead: string
  readonly component: ComponentType
}

const ofTheEngagement: readonly Section[] = [
  {
    id: 'engagement',
    title: 'Engagement',
    lead: 'What is being cared for, from when to when.',
    component: EngagementSection,
  },
  {
    id: 'severities',
    title: 'Severities',
    lead: 'How fast each severity is acknowledged, updated and resolved.',
    component: SeveritySection,
  },
  {
    id: 'hours',
    title: 'Support hours',
    lead: 'When support is there. Targets counted on support hours stand still outside of them.',
    component: HoursSection,
  },
  {
    id: 'cadence',
    title: 'Cadence',
    lead: 'How often the team meets, and how that tapers off.',
    component: CadenceSection,
  },
  {
    id: 'people',
    title: 'People',
    lead: 'Who works on this engagement. An import adds the people it meets.',
    component: PeopleSection,
  },
  { id: 'teams', title: 'Teams', lead: 'Groups that people belong to.', component: TeamsSection },
]

const ofTheLaptop: readonly Section[] = [
  {
    id: 'laptop',
    title: 'You and this laptop',
    lead: 'Your own choices. They are no part of the engagement.',
    component: LaptopSection,
  },
  {
    id: 'notifications',
    title: 'Notifications',
    lead: 'What this laptop tells you while you look elsewhere, and when it keeps quiet.',
    component: NotificationsSection,
  },
  {
    id: 'data',
    title: 'Data and backups',
    lead: 'Where everything is kept, and how to get it back.',
    component: DataSection,
  },
]

export default function SettingsScreen() {
  const [, params] = useRoute<{ readonly section: string }>(`${paths.settings}/:section`)
  const all = [...ofTheEngagement, ...ofTheLaptop]
  const section = all.find(({ id }) => id === params?.section) ?? all[0]
  if (!section) return null
  const { component: Content } = section
  return (
    <>
      <PageHeader title="Settings" />
      <div className={styles.settings}>
        <nav className={styles.sections} aria-label="Settings">
          <SectionLinks title="This engagement" sections={ofTheEngagement} current={section.id} />
          <SectionLinks title="This laptop" sections={ofTheLaptop} current={section.id} />
        </nav>
        <div className={styles.content}>
          <header>
            <h2 className={styles.title}>{section.title}</h2>
            <p className={styles.lead}>{section.lead}</p>
          </header>
          <Content key={section.id} />
        </div>
      </div>
    </>
  )
}

function SectionLinks({
  title,
  sections,
  current,
}: {
  readonly title: string
  readonly sections: readonly Section[]
  readonly current: string
}) {
  return (
    <div>
      <h2 className={styles.group}>{title}</h2>
      <ul>
        {sections.map(({ id, title: name }) => (
          <li key={id}>
            <Link
              href={paths.settingsSection(id)}
              className={styles.link ?? ''}
              aria-current={id === current ? 'page' : undefined}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
