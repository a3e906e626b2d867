import { engagementKey } from '@domain/model/engagement'
import type { SignOffDecision } from '@domain/model/sign-off'
import { type SigningText, signingProblems } from '@domain/sign-off/commands'
import { dayOf } from '@domain/time/zone'
import { type FormEvent, useId, useState } from 'react'
import { useRow, useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { Dialog } from '../../ui/dialog'
import { RadioGroup } from '../../ui/radio-group'
import { TextArea } from '../../ui/text-area'
import { TextField } from '../../ui/text-field'
import { now } from '../../view-state/clock'
import { keptDraft } from '../../view-state/kept-draft'
import styles from './sign-off.module.css'
import { SignaturePad } from './signature-pad'
import { useSign } from './use-sign'

const decisions: readonly { readonly value: SignOffDecision; readonly label: string }[] = [
  { value: 'accept', label: 'Accept' },
  { value: 'accept-with-conditions', label: 'Accept with conditions' },
  { value: 'extend', label: 'Extend' },
]
const ways = [
  { value: 'typed', label: 'Typed' },
  { value: 'drawn', label: 'Drawn' },
] as const

const empty: Partial<SigningText> = {}
const useSigningDraft = keptDraft<Partial<SigningText>>(empty)

export interface SignDialogProps {
  readonly zone: string
  readonly onClose: () => void
}

/** The sponsor decides, signs, and gets the signed pack. */
export function SignDialog({ zone, onClose }: SignDialogProps) {
  const form = useId()
  const { id } = useSession()
  const { sponsor } = useRow('engagement', engagementKey)?.values ?? {}
  const today = dayOf(now(), zone)
  const [draft, keep] = useSigningDraft(id)
  const [way, setWay] = useState<'typed' | 'drawn'>('typed')
  const [tried, setTried] = useState(false)
  const { sign, signing } = useSign(zone)
  const text: SigningText = {
    decision: 'accept',
    name: sponsor ?? '',
    role: '',
    signedOn: today,
    extendTo: '',
    conditions: '',
    typed: '',
    strokes: [],
    ...draft,
  }
  const set = (changed: Partial<SigningText>) => keep({ ...draft, ...changed })
  const chosen = way === 'typed' ? { ...text, strokes: [] } : { ...text, typed: '' }
  const found = signingProblems(chosen, today)
  const problems = tried ? found : {}

  async function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (Object.keys(found).length > 0 || signing) return
    if (!(await sign(chosen))) return
    keep(empty)
    onClose()
  }

  return (
    <Dialog
      title="Sign the exit report"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" type="submit" form={form} pending={signing}>
            Sign
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
        <p>
          What is signed is the exit report as of now. It is kept as it is; whatever changes later is shown
          beside it.
        </p>
        <RadioGroup
          label="Decision"
          options={decisions}
          value={text.decision}
          onChange={(decision) => set({ decision })}
        />
        {text.decision === 'extend' && (
          <DateField
            label="Extended to"
            value={text.extendTo}
            onChange={(extendTo) => set({ extendTo })}
            problem={problems.extendTo}
          />
        )}
        {text.decision !== 'accept' && (
          <TextArea
            label={text.decision === 'extend' ? 'Reason' : 'Conditions'}
            value={text.conditions}
            onChange={(conditions) => set({ conditions })}
            problem={problems.conditions}
          />
        )}
        <div className={styles.pair}>
          <TextField
            label="Name"
            value={text.name}
            onChange={(signer) => set({ name: signer })}
            problem={problems.name}
          />
          <TextField label="Role" value={text.role} onChange={(role) => set({ role })} />
        </div>
        <DateField
          label="Date"
          value={text.signedOn}
          onChange={(signedOn) => set({ signedOn })}
          problem={problems.signedOn}
        />
        <RadioGroup label="Signature" options={ways} value={way} onChange={setWay} />
        {way === 'typed' ? (
          <TextField
            label="Signed"
            value={text.typed}
            onChange={(typed) => set({ typed })}
            hint="The name as its bearer signs it"
            problem={problems.signature}
          />
        ) : (
          <SignaturePad
            strokes={text.strokes}
            onChange={(strokes) => set({ strokes })}
            problem={problems.signature}
          />
        )}
      </form>
    </Dialog>
  )
}
