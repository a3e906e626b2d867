import type { DailyPack } from '@domain/reporting/daily-pack'
import { DefinitionsSection } from './definitions-section'
import { FirstPage } from './first-page'
import { FlowSection } from './flow-section'
import { PatchesSection } from './patches-section'
import { RegisterSection } from './register-section'

export function DailyPages({ pack }: { readonly pack: DailyPack }) {
  return (
    <main>
      <FirstPage pack={pack} title="Hypercare daily report" />
      <FlowSection pack={pack} />
      <PatchesSection patches={pack.patches} />
      <RegisterSection pack={pack} />
      <DefinitionsSection pack={pack} />
    </main>
  )
}
