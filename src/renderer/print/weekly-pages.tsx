import type { WeeklyPack } from '@domain/reporting/weekly-pack'
import { AdoptionSection } from './adoption-section'
import { AgeingSection } from './ageing-section'
import { CommunicationSection } from './communication-section'
import { CoverageSection } from './coverage-section'
import { DefinitionsSection } from './definitions-section'
import { DemandSection } from './demand-section'
import { FirstPage } from './first-page'
import { FlowSection } from './flow-section'
import { LoadSection } from './load-section'
import { OrphansSection } from './orphans-section'
import { PatchesSection } from './patches-section'
import { RegisterSection } from './register-section'
import { RhythmSection } from './rhythm-section'
import { ServiceLevelsSection } from './service-levels-section'
import { StuckSection } from './stuck-section'

export function WeeklyPages({ pack }: { readonly pack: WeeklyPack }) {
  return (
    <main>
      <FirstPage pack={pack} title="Hypercare weekly report" />
      <FlowSection pack={pack} />
      <ServiceLevelsSection pack={pack} />
      <DemandSection pack={pack} />
      <AgeingSection pack={pack} />
      <OrphansSection pack={pack} />
      <StuckSection stuck={pack.stuck} />
      <PatchesSection patches={pack.patches} />
      {pack.adoption && <AdoptionSection adoption={pack.adoption} />}
      <CommunicationSection communication={pack.communication} />
      <LoadSection load={pack.load} />
      <RhythmSection rhythm={pack.rhythm} />
      <CoverageSection coverage={pack.coverage} />
      <RegisterSection pack={pack} />
      <DefinitionsSection pack={pack} />
    </main>
  )
}
