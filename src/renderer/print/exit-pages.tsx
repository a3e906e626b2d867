import type { ExitPack } from '@domain/reporting/exit-pack'
import { DefinitionsSection } from './definitions-section'
import { FirstPage } from './first-page'
import { HandoverSection } from './handover-section'
import { IssuesSection } from './issues-section'
import { ResidualSection } from './residual-section'
import { SignOffSection } from './sign-off-section'
import { WeekSections } from './week-sections'

export function ExitPages({ pack }: { readonly pack: ExitPack }) {
  return (
    <main>
      <FirstPage pack={pack} title="Hypercare exit report" />
      <WeekSections pack={pack} />
      <HandoverSection handover={pack.handover} />
      <ResidualSection handover={pack.handover} />
      <SignOffSection signOff={pack.signOff} />
      <IssuesSection issues={pack.issues} />
      <DefinitionsSection pack={pack} />
    </main>
  )
}
