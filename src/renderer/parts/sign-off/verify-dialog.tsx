import { type Verdict, type Verified, verdictMeanings, verdictWords } from '@domain/sign-off/verify'
import { decisionText } from '@domain/sign-off/words'
import { formatInstant } from '@domain/time/format'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Mark, type MarkShape, type MarkTone } from '../../ui/mark'
import styles from './sign-off.module.css'

const marks: Readonly<Record<Verdict, { readonly tone: MarkTone; readonly shape: MarkShape }>> = {
  genuine: { tone: 'ok', shape: 'tick' },
  altered: { tone: 'danger', shape: 'cross' },
  'not-known': { tone: 'neutral', shape: 'dash' },
}

export interface CheckedFile extends Verified {
  readonly name: string
  readonly sha256: string
}

export interface VerifyDialogProps {
  readonly file: CheckedFile
  readonly zone: string
  readonly onClose: () => void
}

/** What is known of a file that somebody shows as a signed report. */
export function VerifyDialog({ file, zone, onClose }: VerifyDialogProps) {
  const { name, sha256, verdict, signOff, supersededBy } = file
  return (
    <Dialog
      title="Signed report checked"
      onClose={onClose}
      actions={
        <Button tone="primary" onClick={onClose}>
          Close
        </Button>
      }
    >
      <div className={styles.form}>
        <p className={styles.title}>{name}</p>
        <Mark {...marks[verdict]} label={verdictWords[verdict]} look="wash" />
        <p>{verdictMeanings[verdict]}</p>
        {signOff && (
          <p>
            {decisionText(signOff.values)} by {signOff.values.name}
            {signOff.values.signedAt != null && `, ${formatInstant(signOff.values.signedAt, zone)}`}.
          </p>
        )}
        {supersededBy && (
          <p>
            Signed again since: {decisionText(supersededBy.values)} by {supersededBy.values.name}.
          </p>
        )}
        <p className={styles.quiet}>
          SHA-256 fingerprint of the file
          <output className={styles.hash}>{sha256}</output>
        </p>
      </div>
    </Dialog>
  )
}
