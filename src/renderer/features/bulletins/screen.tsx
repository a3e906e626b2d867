import { overdueBulletin } from '@domain/bulletins/due'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { PageHeader } from '../../ui/page-header'
import { useMinute } from '../../view-state/clock'
import { paths } from '../../view-state/paths'
import { shortcuts } from '../../view-state/shortcuts'
import { runShortcut, useShortcuts } from '../../view-state/use-shortcuts'
import { useZone } from '../../view-state/use-zone'
import { AudienceDialog } from './audience-dialog'
import { AudienceList } from './audience-list'
import styles from './bulletins.module.css'
import { DraftView } from './draft-view'
import { type Entry, entriesOf, isSame } from './entries'
import { SentView } from './sent-view'
import { useAudiences, usePublished } from './use-bulletins'

/** What users are told: written from what is marked for them, sent by hand, kept word for word. */
export default function BulletinsScreen() {
  const { access } = useSession()
  const [, navigate] = useLocation()
  const lines = useAudiences()
  const published = usePublished()
  const due = useDueCount()
  const [wanted, setWanted] = useState<Entry>()
  const [asked, setAsked] = useState<'new' | 'change'>()
  const canWrite = access.kind === 'write'
  const entries = entriesOf(lines)
  const place = Math.max(
    0,
    entries.findIndex((entry) => isSame(entry, wanted)),
  )
  const chosen = entries[place]
  const line = lines.find(({ audience }) => audience.key === chosen?.audience)
  const sending = line?.sent.find(({ key }) => key === chosen?.sending)
  const goTo = (next: number) => setWanted(entries[Math.max(0, Math.min(next, entries.length - 1))])
  useShortcuts(
    { bulletinNext: () => goTo(place + 1), bulletinBefore: () => goTo(place - 1) },
    lines.length > 0,
  )
  useShortcuts({ audienceNew: () => setAsked('new') }, canWrite)
  useShortcuts({ audienceEdit: () => setAsked('change') }, canWrite && line !== undefined)

  return (
    <>
      <PageHeader
        title="Bulletins"
        note={due === 0 ? undefined : due === 1 ? '1 is due' : `${due} are due`}
        actions={
          <>
            {line && (
              <Button
                icon="edit"
                keys={shortcuts.audienceEdit.keys}
                disabled={!canWrite}
                onClick={() => runShortcut('audienceEdit')}
              >
                Change the audience
              </Button>
            )}
            <Button
              icon="plus"
              keys={shortcuts.audienceNew.keys}
              disabled={!canWrite}
              onClick={() => runShortcut('audienceNew')}
            >
              New audience
            </Button>
          </>
        }
      />
      {line ? (
        <div className={styles.columns}>
          <AudienceList lines={lines} chosen={chosen} onChoose={setWanted} />
          {sending ? (
            <SentView key={sending.key} audience={line.audience} sending={sending} />
          ) : (
            <DraftView key={line.audience.key} line={line} published={published} />
          )}
        </div>
      ) : (
        <EmptyState
          title="Nobody is told anything yet"
          actions={
            <>
              <Button
                tone="primary"
                keys={shortcuts.audienceNew.keys}
                disabled={!canWrite}
                onClick={() => runShortcut('audienceNew')}
              >
                New audience
              </Button>
              <Button icon="issues" keys={shortcuts.goIssues.keys} onClick={() => navigate(paths.issues)}>
                Issues
              </Button>
            </>
          }
        >
          Name an audience: who is told together, and when. Then mark issues for users, with a title and a
          workaround in their words; each bulletin is drafted from those, and from nothing else.
        </EmptyState>
      )}
      {asked && (
        <AudienceDialog
          audience={asked === 'change' ? line?.audience : undefined}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  )
}

function useDueCount(): number {
  const lines = useAudiences()
  const minute = useMinute()
  const zone = useZone()
  return lines.filter(({ audience, sent }) => overdueBulletin(audience, sent, minute, zone)).length
}
