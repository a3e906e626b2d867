import type { WeeklyPack } from '@domain/reporting/weekly-pack'
import { DefinitionsSection } from './definitions-section'
import { FirstPage } from './first-page'
import { WeekSections } from './week-sections'

export function WeeklyPages({ pack }: { readonly pack: WeeklyPack }) {
  return (
    <main>
      <FirstPage pack={pack} title="Hypercare weekly report" />
      <WeekSections pack={pack} />
      <DefinitionsSection pack={pack} />
    </main>
  )
}
