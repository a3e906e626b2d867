import type { CommonPack } from '@domain/reporting/pack'
import { ChangesSection } from './changes-section'
import { DecisionsSection } from './decisions-section'
import { GlanceSection } from './glance-section'
import { SeveritySection } from './severity-section'
import { VerdictBanner } from './verdict-banner'

interface FirstPageProps {
  readonly pack: CommonPack
  /** What kind of report it is. */
  readonly title: string
}

/** The page that says it all; those after it are for whoever asks why. */
export function FirstPage({ pack, title }: FirstPageProps) {
  const { client, name, system } = pack.engagement
  return (
    <>
      <header className="masthead">
        <div className="masthead-kind">
          <p>{title}</p>
          {pack.missing && (
            <p>
              <strong>{pack.missing}</strong>
            </p>
          )}
        </div>
        <h1>
          <bdi>{name}</bdi>
        </h1>
        <p className="masthead-about">
          <bdi>{[client, system].filter(Boolean).join(' · ')}</bdi>
          <strong>{pack.dayOfPlan}</strong>
        </p>
      </header>
      <VerdictBanner verdict={pack.verdict} />
      <SeveritySection pack={pack} />
      <div className="halves">
        <ChangesSection pack={pack} />
        <div>
          <DecisionsSection decisions={pack.decisions} />
          <GlanceSection glance={pack.glance} />
        </div>
      </div>
    </>
  )
}
