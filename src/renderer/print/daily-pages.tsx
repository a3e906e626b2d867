import type { DailyPack } from '@domain/reporting/daily-pack'
import { ChangesSection } from './changes-section'
import { DecisionsSection } from './decisions-section'
import { DefinitionsSection } from './definitions-section'
import { FlowSection } from './flow-section'
import { GlanceSection } from './glance-section'
import { RegisterSection } from './register-section'
import { SeveritySection } from './severity-section'
import { VerdictBanner } from './verdict-banner'

/** The daily sponsor pack. The first page says it all; those after it are for whoever asks why. */
export function DailyPages({ pack }: { readonly pack: DailyPack }) {
  const { client, name, system } = pack.engagement
  return (
    <main>
      <header className="masthead">
        <p className="masthead-kind">Hypercare daily report</p>
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
        <ChangesSection changes={pack.changes} />
        <div>
          <DecisionsSection decisions={pack.decisions} />
          <GlanceSection glance={pack.glance} />
        </div>
      </div>
      <FlowSection pack={pack} />
      <RegisterSection pack={pack} />
      <DefinitionsSection pack={pack} />
    </main>
  )
}
