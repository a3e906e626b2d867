import type { ComponentType } from 'react'
import { Link, useRoute } from 'wouter'
import { PageHeader } from '../../ui/page-header'
import { paths } from '../../view-state/paths'
import {
  ofTheEngagement,
  ofTheLaptop,
  type SectionId,
  type SettingsSection,
  settingsSections,
} from './section-list'
import { CadenceSection } from './sections/cadence-section'
import { DataSection } from './sections/data-section'
import { EngagementSection } from './sections/engagement-section'
import { HoursSection } from './sections/hours-section'
import { LaptopSection } from './sections/laptop-section'
import { NotificationsSection } from './sections/notifications-section'
import { PeopleSection } from './sections/people-section'
import { SeveritySection } from './sections/severity-section'
import { ShiftLimitsSection } from './sections/shift-limits-section'
import { TeamsSection } from './sections/teams-section'
import { TrendsSection } from './sections/trends-section'
import styles from './settings.module.css'

const contents: Readonly<Record<SectionId, ComponentType>> = {
  engagement: EngagementSection,
  severities: SeveritySection,
  hours: HoursSection,
  cadence: CadenceSection,
  shifts: ShiftLimitsSection,
  trends: TrendsSection,
  people: PeopleSection,
  teams: TeamsSection,
  laptop: LaptopSection,
  notifications: NotificationsSection,
  data: DataSection,
}

export default function SettingsScreen() {
  const [, params] = useRoute<{ readonly section: string }>(`${paths.settings}/:section`)
  const section = settingsSections.find(({ id }) => id === params?.section) ?? settingsSections[0]
  if (!section) return null
  const Content = contents[section.id]
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
  readonly sections: readonly SettingsSection[]
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
