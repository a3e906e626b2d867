import type { WeeklyPack } from '@domain/reporting/weekly-pack'
import { DefinitionsSection } from './definitions-section'
import { DemandSection } from './demand-section'
import { ExitSection } from './exit-section'
import { FirstPage } from './first-page'
import { WeekSections } from './week-sections'

export function WeeklyPages({ pack }: { readonly pack: WeeklyPack }) {
  return (
    <main>
      <FirstPage pack={pack} title="Hypercare weekly report" />
      <WeekSections pack={pack} />
      <FlowSection pack={pack} />
      <ExitSection exit={pack.exit} />
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
