import type { Lock } from '@domain/bundle/encryption'
import { engagementKey } from '@domain/model/engagement'
import { dayOf } from '@domain/time/zone'
import { useEffect, useId, useRef, useState } from 'react'
import { exportBundle } from '../../storage/bundle-file'
import { useRow, useSession, useWorkspace } from '../../storage/queries'
import { saveFile } from '../../storage/save-file'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { ProgressBar } from '../../ui/progress-bar'
import { RadioGroup } from '../../ui/radio-group'
import { Select } from '../../ui/select'
import { TextField } from '../../ui/text-field'
import { toast } from '../../ui/toast'
import { now } from '../../view-state/clock'
import { useZone } from '../../view-state/use-zone'
import { Cancelled, type Progress } from '../../workers/rpc'
import styles from './exchange.module.css'
import type { OtherLaptop } from './use-laptops'
import { counted, shortId } from './words'

type Protection = 'plain' | 'passphrase' | 'laptop'
const anyone = ''

/** Makes a bundle: for whom, how protected, and where to. */
export function Give({ others }: { readonly others: readonly OtherLaptop[] }) {
  const session = useSession()
  const workspace = useWorkspace()
  const zone = useZone()
  const title = useId()
  const engagement = useRow('engagement', engagementKey)?.values
  const [receiver, setReceiver] = useState(anyone)
  const [chosen, setChosen] = useState<Protection>('plain')
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [progress, setProgress] = useState<Progress | undefined>(undefined)
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const stop = useRef(new AbortController())
  useEffect(() => () => stop.current.abort(new Cancelled()), [])

  const other = others.find(({ laptop }) => laptop === receiver)
  const recipient = other?.known?.recipient ?? undefined
  const protection = chosen === 'laptop' && !recipient ? 'plain' : chosen
  const differs = passphrase !== again
  const ready = protection !== 'passphrase' || (passphrase !== '' && !differs)
  const count = other?.freshness?.itLacks ?? session.replica.size

  function lockOf(): Lock | undefined {
    if (protection === 'passphrase') return { passphrase }
    return protection === 'laptop' && recipient ? { recipients: [recipient] } : undefined
  }

  async function save() {
    const lock = lockOf()
    const choice = { ...(other && { for: other.laptop }), ...(lock && { lock }) }
    const name = [engagement?.name ?? '', other && `for ${other.writer}`, dayOf(now(), zone)]
    let operations = 0
    stop.current = new AbortController()
    setProblem(undefined)
    try {
      const saved = await saveFile(`${name.filter(Boolean).join(' ')}.warroom`, 'warroom', async () => {
        setProgress({ step: 'Packing changes', done: 0, total: 0 })
        const made = await exportBundle(session, workspace, choice, setProgress, stop.current.signal)
        operations = made.operations
        setProgress({ step: lock ? 'Saving, encrypted' : 'Saving', done: 0, total: 0 })
        return made.pieces
      })
      if (saved !== undefined) {
        toast({ text: `Saved ${saved} with ${counted(operations, 'change')}`, tone: 'ok' })
        setPassphrase('')
        setAgain('')
      }
    } catch (error) {
      if (!(error instanceof Cancelled)) setProblem(error instanceof Error ? error.message : String(error))
    }
    setProgress(undefined)
  }

  const protections: readonly { value: Protection; label: string; hint?: string }[] = [
    { value: 'plain', label: 'Open to read', hint: 'signed, not locked' },
    { value: 'passphrase', label: 'With a passphrase' },
    ...(recipient
      ? [{ value: 'laptop' as const, label: 'Only for that laptop', hint: 'no passphrase needed' }]
      : []),
  ]

  return (
    <section className={styles.panel} aria-labelledby={title}>
      <h2 id={title} className={styles.panelTitle}>
        Give a bundle
      </h2>
      {problem && <Banner tone="danger">{problem}</Banner>}
      {progress ? (
        <ProgressBar
          label={progress.step}
          done={progress.done}
          total={progress.total || undefined}
          onCancel={() => stop.current.abort(new Cancelled())}
        />
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (ready) void save()
          }}
        >
          <Select
            label="For"
            value={receiver}
            onChange={setReceiver}
            className={styles.field}
            options={[
              { value: anyone, label: 'Anyone: everything' },
              ...others.map(({ laptop, writer }) => ({
                value: laptop,
                label: `${writer} (${shortId(laptop)}…): what it lacks`,
              })),
            ]}
          />
          <RadioGroup label="Protection" options={protections} value={protection} onChange={setChosen} />
          {protection === 'passphrase' && (
            <div className={styles.pair}>
              <TextField
                label="Passphrase"
                type="password"
                value={passphrase}
                onChange={setPassphrase}
                hint="Kept nowhere: tell it to whoever gets the file"
              />
              <TextField
                label="Passphrase again"
                type="password"
                value={again}
                onChange={setAgain}
                problem={again !== '' && differs ? 'Not the same as the first' : undefined}
              />
            </div>
          )}
          <div className={styles.ways}>
            <Button type="submit" icon="download" disabled={!ready}>
              Save a bundle of {counted(count, 'change')}…
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}
