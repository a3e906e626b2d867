import { builtInAudiences, nameOfAudience, standingAudiences } from '@domain/reporting/withholding'
import { useRows, useWorkspace } from '../../storage/queries'
import { Select } from '../../ui/select'
import { chosenAudience } from './chosen-audience'

const builtIn = Object.entries(builtInAudiences).map(([value, { label }]) => ({ value, label }))

/** Whom a document is for: what is withheld follows from that. The choice holds for all documents of this laptop. */
export function AudienceSelect({ className }: { readonly className?: string | undefined }) {
  const workspace = useWorkspace()
  const rows = useRows('reportAudience')
  const own = standingAudiences(rows.values())
  return (
    <Select
      label="For"
      className={className}
      options={[...builtIn, ...own.map((each) => ({ value: each.key, label: nameOfAudience(each) }))]}
      value={chosenAudience(rows, workspace.settings.reportAudience).id}
      onChange={(reportAudience) => void workspace.saveSettings({ reportAudience })}
    />
  )
}
