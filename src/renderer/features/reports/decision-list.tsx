import { removeDecision } from '@domain/registers/decisions'
import { formatDay } from '@domain/time/format'
import { dayOf } from '@domain/time/zone'
import { useState } from 'react'
import { DecisionDialog } from '../../parts/decisions/decision-dialog'
import { MadeDialog } from '../../parts/decisions/made-dialog'
import { type DecisionRow, useMadeDecisions, useNeededDecisions } from '../../parts/decisions/use-decisions'
import { useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import { Mark } from '../../ui/mark'
import { toast } from '../../ui/toast'
import { useMinute } from '../../view-state/clock'
import { shortcuts } from '../../view-state/shortcuts'
import { runShortcut } from '../../view-state/use-shortcuts'
import { useWrite } from '../../view-state/use-write'
import styles from './decision-list.module.css'

type Doing = 'asking' | { readonly edit: DecisionRow } | { readonly made: DecisionRow }

/** What the sponsor is asked to decide, as the report's page has it, and what was decided. */
export function DecisionList({ zone }: { readonly zone: string }) {
  const needed = useNeededDecisions()
  const made = useMadeDecisions()
  const canWrite = useSession().access.kind === 'write'
  const write = useWrite()
  const today = dayOf(useMinute(), zone)
  const [doing, setDoing] = useState<Doing | undefined>(undefined)
  const done = () => setDoing(undefined)

  async function remove(row: DecisionRow) {
    const label = `Decision “${row.values.title ?? ''}” removed`
    if (!(await write(label, [removeDecision(row.key)]))) return
    toast({
      text: label,
      action: { label: 'Undo', keys: shortcuts.undo.keys, run: () => void runShortcut('undo') },
    })
  }

  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <p className={styles.quiet}>Issues on hold for a decision are added on the page by themselves.</p>
        <Button icon="plus" disabled={!canWrite} onClick={() => setDoing('asking')}>
          Ask for a decision
        </Button>
      </div>
      <ul className={styles.list}>
        {needed.map((row) => (
          <li key={row.key} className={styles.item}>
            <div className={styles.words}>
              <span className={styles.title}>{row.values.title}</span>
              <span className={styles.quiet}>
                {row.values.askedOf ? `Asked of ${row.values.askedOf}` : 'Asked of nobody in particular'}
                {row.values.neededBy && `, needed by ${formatDay(row.values.neededBy)}`}
              </span>
              {row.values.neededBy && row.values.neededBy < today && (
                <Mark tone="danger" shape="triangle" label="Overdue" />
              )}
            </div>
            <Button disabled={!canWrite} onClick={() => setDoing({ made: row })}>
              Made…
            </Button>
            <IconButton
              icon="edit"
              label={`Edit ${row.values.title}`}
              disabled={!canWrite}
              onClick={() => setDoing({ edit: row })}
            />
            <IconButton
              icon="trash"
              label={`Remove ${row.values.title}`}
              disabled={!canWrite}
              onClick={() => void remove(row)}
            />
          </li>
        ))}
      </ul>
      {needed.length === 0 && <p className={styles.quiet}>Nothing waits for a decision.</p>}
      {made.length > 0 && (
        <details className={styles.made}>
          <summary>Made ({made.length})</summary>
          <ul className={styles.list}>
            {made.map((row) => (
              <li key={row.key} className={styles.item}>
                <div className={styles.words}>
                  <span className={styles.title}>{row.values.title}</span>
                  <span className={styles.quiet}>
                    {row.values.madeAt != null && `${formatDay(dayOf(row.values.madeAt, zone))}. `}
                    {row.values.outcome}
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
      {doing === 'asking' && <DecisionDialog row={undefined} onClose={done} />}
      {typeof doing === 'object' && 'edit' in doing && <DecisionDialog row={doing.edit} onClose={done} />}
      {typeof doing === 'object' && 'made' in doing && <MadeDialog row={doing.made} onClose={done} />}
    </div>
  )
}
