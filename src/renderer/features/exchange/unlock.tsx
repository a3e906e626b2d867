import { useId, useState } from 'react'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/text-field'
import type { BundleFlow, BundleStage } from './bundle-flow'
import styles from './exchange.module.css'

export interface UnlockProps {
  readonly flow: BundleFlow
  readonly stage: Extract<BundleStage, { kind: 'locked' }>
}

/** Asks for the passphrase of a bundle, again where it was not the right one. It is never stored. */
export function Unlock({ flow, stage: { name, refused } }: UnlockProps) {
  const form = useId()
  const [passphrase, setPassphrase] = useState('')
  return (
    <form
      id={form}
      className={styles.narrow}
      onSubmit={(event) => {
        event.preventDefault()
        if (passphrase !== '') void flow.unlock(passphrase)
      }}
    >
      <h2 className={styles.title}>{name} is locked with a passphrase</h2>
      <TextField
        label="Passphrase"
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        autoFocus
        hint="Whoever made the bundle knows it. It is not kept anywhere."
        problem={
          refused && passphrase === '' ? 'That was not the passphrase of this bundle. Try again.' : undefined
        }
      />
      <div className={styles.ways}>
        <Button onClick={flow.stop}>Cancel</Button>
        <Button tone="primary" type="submit" icon="lock" disabled={passphrase === ''}>
          Unlock
        </Button>
      </div>
    </form>
  )
}
