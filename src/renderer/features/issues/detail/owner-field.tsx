import type { IssueRow } from '@domain/triage/as-of'
import { assign, assignNewcomer } from '@domain/triage/commands'
import { useState } from 'react'
import { useRows, useVersion } from '../../../storage/queries'
import { Button } from '../../../ui/button'
import { ComboBox } from '../../../ui/combo-box'
import { TextField } from '../../../ui/text-field'
import { useAct } from '../../../view-state/use-act'
import { useOwnerChoices } from '../../../view-state/use-owner-choices'
import styles from './issue-detail.module.css'

/** Who owns the issue: somebody known, somebody new, or nobody. */
export function OwnerField({ row, readOnly }: { readonly row: IssueRow; readonly readOnly: boolean }) {
  const act = useAct()
  const people = useRows('person')
  const version = useVersion('person')
  const [isNaming, setNaming] = useState(false)
  const owner = row.values.owner ?? null
  const choices = useOwnerChoices(owner)

  if (isNaming) {
    return (
      <TextField
        label="Name of the new owner"
        value=""
        autoFocus
        onCommit={(name) => {
          setNaming(false)
          void act(assignNewcomer(row, name, people))
        }}
      />
    )
  }
  return (
    <div>
      <ComboBox
        key={`${version}${owner ?? ''}`}
        label="Owner"
        choices={choices}
        value={owner}
        placeholder="Nobody"
        disabled={readOnly}
        onChange={(key) => {
          const chosen = choices.find((choice) => choice.key === key)
          void act(assign(row, chosen ? { key: chosen.key, name: chosen.label } : null))
        }}
      />
      {!readOnly && (
        <div className={styles.buttons}>
          <Button tone="quiet" onClick={() => setNaming(true)}>
            Somebody new
          </Button>
        </div>
      )}
    </div>
  )
}
