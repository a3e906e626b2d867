import type { WeekPack } from '@domain/reporting/weekly-pack'
import { AdoptionSection } from './adoption-section'
import { AgeingSection } from './ageing-section'
import { CommunicationSection } from './communication-section'
import { CoverageSection } from './coverage-section'
import { DemandSection } from './demand-section'
import { ExitSection } from './exit-section'
import { FlowSection } from './flow-section'
import { ForecastSection } from './forecast-section'
import { LoadSection } from './load-section'
import { OrphansSection } from './orphans-section'
import { PatchesSection } from './patches-section'
import { PlanSection } from './plan-section'
import { RegisterSection } from './register-section'
import { RhythmSection } from './rhythm-section'
import { ServiceLevelsSection } from './service-levels-section'
import { StuckSection } from './stuck-section'

/** What follows the first page of every pack over seven days, in the order in which a sponsor asks. */
export function WeekSections({ pack }: { readonly pack: WeekPack }) {
  return (
    <>
      <FlowSection pack={pack} />
      <RegisterSection pack={pack} />
      <PatchesSection patches={pack.patches} />
      <ExitSection exit={pack.exit} />
      <ForecastSection forecast={pack.forecast} />
      <PlanSection plan={pack.plan} />
      <ServiceLevelsSection pack={pack} />
      <AgeingSection pack={pack} />
      <OrphansSection pack={pack} />
      <StuckSection stuck={pack.stuck} />
      <DemandSection pack={pack} />
      {pack.adoption && <AdoptionSection adoption={pack.adoption} />}
      <CommunicationSection communication={pack.communication} />
      <CoverageSection coverage={pack.coverage} />
      <LoadSection load={pack.load} />
      <RhythmSection rhythm={pack.rhythm} />
    </>
  )
}
