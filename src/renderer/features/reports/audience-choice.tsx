import { type ReportAudienceRow, standingAudiences } from '@domain/reporting/withholding'
import { useState } from 'react'
import { AudienceSelect } from '../../parts/reporting/audience-select'
import { chosenAudience } from '../../parts/reporting/chosen-audience'
import { useRows, useSession, useWorkspace } from '../../storage/queries'
import type { ReportReader } from '../../storage/report-reader'
import { Button } from '../../ui/button'
import { shortcuts } from '../../view-state/shortcuts'
import { useShortcut } from '../../view-state/use-shortcuts'
import { AudienceDialog } from './audience-dialog'
import styles from './report-choices.module.css'

/** Whom the report is for: what is withheld follows from that. */
export function AudienceChoice({ reader }: { readonly reader: ReportReader | undefined }) {
  const workspace = useWorkspace()
  const canWrite = useSession().access.kind === 'write'
  const rows = useRows('reportAudience')
  const chosen = chosenAudience(rows, workspace.settings.reportAudience).id
  const row = standingAudiences(rows.values()).find(({ key }) => key === chosen)
  const [doing, setDoing] = useState<'new' | { readonly change: ReportAudienceRow }>()
  const open = () => setDoing(row ? { change: row } : 'new')
  useShortcut('reportAudience', open, canWrite && !doing)

  return (
    <>
      <AudienceSelect className={styles.audience} />
      <div className={styles.beside}>
        {row && (
          <Button tone="quiet" keys={shortcuts.reportAudience.keys} disabled={!canWrite} onClick={open}>
            Change…
          </Button>
        )}
        <Button
          tone="quiet"
          {...(!row && { keys: shortcuts.reportAudience.keys })}
          disabled={!canWrite}
          onClick={() => setDoing('new')}
        >
          New audience…
        </Button>
      </div>
      {doing && (
        <AudienceDialog
          audience={doing === 'new' ? undefined : doing.change}
          reader={reader}
          onClose={(saved) => {
            setDoing(undefined)
            if (saved) void workspace.saveSettings({ reportAudience: saved })
          }}
        />
      )}
    </>
  )
}
