import { recipientsOf } from '@domain/bulletins/audience-commands'
import { beginBulletin, markSent, removeBulletin } from '@domain/bulletins/commands'
import { audienceName } from '@domain/bulletins/due'
import { bulletinText } from '@domain/bulletins/plain-text'
import type { IssueRow } from '@domain/triage/as-of'
import { useRow, useSession, useWorkspace } from '../../storage/queries'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { IconButton } from '../../ui/icon-button'
import { Spinner } from '../../ui/spinner'
import { Tabs } from '../../ui/tabs'
import { now } from '../../view-state/clock'
import { shortcuts } from '../../view-state/shortcuts'
import { useAct } from '../../view-state/use-act'
import { runShortcut, useShortcuts } from '../../view-state/use-shortcuts'
import styles from './bulletins.module.css'
import { Changes } from './changes'
import { DraftEditor } from './draft-editor'
import { fileName } from './file-name'
import { OutButtons } from './out-buttons'
import { Preview } from './preview'
import { type AudienceLine, useDraft } from './use-bulletins'

export interface DraftViewProps {
  readonly line: AudienceLine
  readonly published: readonly IssueRow[] | undefined
}

/** The next bulletin to an audience: its words beside how it reads and what is new in it. */
export function DraftView({ line: { audience, sent }, published }: DraftViewProps) {
  const act = useAct()
  const { access, replica } = useSession()
  const { settings } = useWorkspace()
  const { draft, written } = useDraft(audience, published)
  const row = useRow('bulletin', draft?.bulletin.key)
  const bulletin = row?.values.removed === true ? undefined : row
  const canWrite = access.kind === 'write'
  const name = audienceName(audience)
  async function send() {
    const { sections } = (await written()) ?? {}
    const sending = { key: crypto.randomUUID(), now: now(), by: settings.userName }
    if (sections && bulletin) await act(markSent(bulletin, sections, audience, sending))
  }
  useShortcuts(
    {
      bulletinBegin: () =>
        void act(
          beginBulletin(
            audience,
            replica.rows('bulletin').values(),
            replica.rows('bulletinSending').values(),
          ),
        ),
    },
    canWrite && draft !== undefined && !bulletin,
  )
  useShortcuts(
    {
      bulletinSent: () => void send(),
    },
    canWrite && bulletin !== undefined,
  )
  if (!draft) return <Spinner />
  const { content, sections } = draft
  const number = draft.bulletin.values.number ?? 1
  const to = recipientsOf(audience.values)
  const outgoing = async () => ({
    content: (await written())?.content ?? content,
    to,
    name: fileName(name, number),
  })
  const last = sent[0]
  return (
    <section className={styles.main} aria-label={`Bulletin ${number} to ${name}`}>
      <header className={styles.head}>
        <h2 className={styles.title}>
          Bulletin {number} to {name}
        </h2>
        {bulletin ? (
          <>
            <OutButtons outgoing={outgoing} />
            <Button
              tone="primary"
              keys={shortcuts.bulletinSent.keys}
              disabled={!canWrite}
              onClick={() => runShortcut('bulletinSent')}
            >
              Mark as sent
            </Button>
            <IconButton
              icon="trash"
              label="Throw this draft away"
              disabled={!canWrite}
              onClick={() => void act(removeBulletin(bulletin))}
            />
          </>
        ) : (
          <Button
            tone="primary"
            keys={shortcuts.bulletinBegin.keys}
            disabled={!canWrite}
            onClick={() => runShortcut('bulletinBegin')}
          >
            Begin bulletin {number}
          </Button>
        )}
      </header>
      <div className={styles.panes}>
        {bulletin ? (
          <DraftEditor bulletin={bulletin} sections={sections} readOnly={!canWrite} />
        ) : (
          <EmptyState title={`Bulletin ${number} has not been begun`}>
            Beside stands what it would say now: every issue marked for users, in the words written for them.
            Once begun, each line can be reworded or left out.
          </EmptyState>
        )}
        <div className={styles.reading}>
          <Tabs
            label="The bulletin"
            tabs={[
              { id: 'preview', title: 'Preview', content: <Preview content={content} /> },
              {
                id: 'changes',
                title: last ? `Changes since bulletin ${last.values.number ?? ''}` : 'Changes',
                content: (
                  <Changes
                    before={last?.values.text ?? undefined}
                    after={bulletinText(content, { heading: false })}
                  />
                ),
              },
              {
                id: 'to',
                title: 'Recipients',
                count: to.length,
                content: <Recipients to={to} />,
              },
            ]}
          />
        </div>
      </div>
    </section>
  )
}

function Recipients({ to }: { readonly to: readonly string[] }) {
  if (to.length === 0)
    return (
      <p className={styles.quiet}>
        None yet: a mail draft opens without an address. Change the audience to add some.
      </p>
    )
  return (
    <ul className={styles.recipients}>
      {to.map((address) => (
        <li key={address}>{address}</li>
      ))}
    </ul>
  )
}
