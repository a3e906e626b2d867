import { type SignOffRow, standingSignOff } from '@domain/sign-off/standing'
import { decisionText } from '@domain/sign-off/words'
import { formatInstant } from '@domain/time/format'
import { useState } from 'react'
import { useRows, useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { toast } from '../../ui/toast'
import { shortcuts } from '../../view-state/shortcuts'
import { useShortcut } from '../../view-state/use-shortcuts'
import { saveAttachment } from '../attachments/save-attachment'
import { ChangedTable } from './changed-table'
import { SignDialog } from './sign-dialog'
import styles from './sign-off.module.css'
import { useChanges } from './use-changes'
import { useVerify } from './use-verify'
import { VerifyDialog } from './verify-dialog'

/** Where the sponsor's signature stands: to sign, what has changed since, and every signed file. */
export function SignOffPanel({ zone }: { readonly zone: string }) {
  const rows = useRows('signOff')
  const canWrite = useSession().access.kind === 'write'
  const standing = standingSignOff(rows.values(), Infinity)
  const changes = useChanges(standing?.latest)
  const [signing, setSigning] = useState(false)
  const { file, checking, check, close } = useVerify()
  useShortcut('signExit', () => setSigning(true), canWrite && !signing)

  return (
    <div className={styles.panel}>
      <div className={styles.actions}>
        <Button
          icon="edit"
          keys={shortcuts.signExit.keys}
          disabled={!canWrite}
          onClick={() => setSigning(true)}
        >
          {standing ? 'Sign again…' : 'Sign…'}
        </Button>
        <Button pending={checking} onClick={() => void check()}>
          Check a signed file…
        </Button>
      </div>
      {standing ? (
        <>
          {changes && <ChangedTable changes={changes} />}
          <ul className={styles.list}>
            {[standing.latest, ...standing.earlier].map((row, place) => (
              <SignedLine key={row.key} row={row} zone={zone} isLatest={place === 0} />
            ))}
          </ul>
        </>
      ) : (
        <p className={styles.quiet}>
          Nobody has signed yet. A signature keeps the report as it is now, and shows whatever changes later.
        </p>
      )}
      {signing && <SignDialog zone={zone} onClose={() => setSigning(false)} />}
      {file && <VerifyDialog file={file} zone={zone} onClose={close} />}
    </div>
  )
}

function SignedLine(props: { readonly row: SignOffRow; readonly zone: string; readonly isLatest: boolean }) {
  const { row, zone, isLatest } = props
  const session = useSession()
  const { name, role, signedAt, conditions, file } = row.values

  async function save() {
    const attached = file ? session.replica.rows('attachment').get(file)?.values : undefined
    const content = attached?.sha256 ? await session.readBlob(attached.sha256) : undefined
    if (content) return saveAttachment(attached?.name ?? 'Signed exit report.pdf', content)
    toast({
      text: 'The signed file is not on this laptop yet. It comes with the next bundle of the laptop it was signed on.',
      tone: 'danger',
    })
  }

  return (
    <li className={styles.item}>
      <span className={styles.title}>
        {decisionText(row.values)}
        {!isLatest && ', signed again since'}
      </span>
      <span>{[name, role].filter(Boolean).join(', ')}</span>
      {conditions && <span>{conditions}</span>}
      <span className={styles.quiet}>{signedAt != null && formatInstant(signedAt, zone)}</span>
      <div className={styles.actions}>
        <Button icon="download" onClick={() => void save()}>
          Save the signed file…
        </Button>
      </div>
    </li>
  )
}
