import { acceptProposal } from '@domain/rotation/accept-proposal'
import { shiftText } from '@domain/rotation/fatigue-words'
import type { FillRequest, Proposal } from '@domain/rotation/fill'
import { proposalText, unfilledLines } from '@domain/rotation/fill-words'
import type { FillKind } from '@domain/rotation/open-slots'
import { addDays } from '@domain/time/day'
import { dayOf, startOfDay } from '@domain/time/zone'
import { useEffect, useId, useRef, useState } from 'react'
import { useSession } from '../../storage/queries'
import { proposeRota } from '../../storage/rota-proposal'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { Dialog } from '../../ui/dialog'
import { ProgressBar } from '../../ui/progress-bar'
import { RadioGroup } from '../../ui/radio-group'
import { now } from '../../view-state/clock'
import { useAct } from '../../view-state/use-act'
import { useZone } from '../../view-state/use-zone'
import { Cancelled, type Progress } from '../../workers/rpc'
import styles from './fill.module.css'
import { useRotaTelling } from './load-panel'
import type { Period } from './period'
import { lengthText } from './words'

const kinds = [
  { value: 'gaps', label: 'Only what is empty', hint: 'places without anybody, and needed cover' },
  { value: 'anew', label: 'The turns of rotations, too', hint: 'swaps and overrides stay as they are' },
] as const satisfies readonly { value: FillKind; label: string; hint: string }[]

/** Most weeks that are filled at once. */
const longestDays = 92

export interface FillDialogProps {
  readonly period: Period
  readonly onClose: () => void
}

/** Proposes who takes what is open, and changes nothing until that is accepted. */
export default function FillDialog({ period, onClose }: FillDialogProps) {
  const form = useId()
  const zone = useZone()
  const act = useAct()
  const { id } = useSession()
  const today = dayOf(now(), zone)
  const shownFrom = dayOf(period.from, zone)
  const [kind, setKind] = useState<FillKind>('gaps')
  const [from, setFrom] = useState(shownFrom > today ? shownFrom : today)
  const [to, setTo] = useState(() => {
    const last = dayOf(period.to - 1, zone)
    return last > today ? last : addDays(today, 7)
  })
  const [progress, setProgress] = useState<Progress>()
  const [problem, setProblem] = useState<string>()
  const [proposal, setProposal] = useState<Proposal>()
  const stop = useRef(new AbortController())
  useEffect(() => () => stop.current.abort(), [])

  async function propose() {
    setProblem(undefined)
    if (!from || !to || from > to) return setProblem('The last day is before the first.')
    if (to > addDays(from, longestDays)) return setProblem(`Fill ${longestDays} days at most at a time.`)
    const begin = Math.max(startOfDay(from, zone), now())
    const request: FillRequest = { kind, from: begin, to: startOfDay(addDays(to, 1), zone) }
    stop.current = new AbortController()
    setProgress({ step: 'Starting the solver', done: 0, total: 0 })
    try {
      setProposal(await proposeRota(id, request, setProgress, stop.current.signal))
    } catch (error) {
      if (!(error instanceof Cancelled)) setProblem(error instanceof Error ? error.message : String(error))
    }
    setProgress(undefined)
  }

  async function accept({ filled }: Proposal) {
    const context = { zone, now: now(), newKey: () => crypto.randomUUID() }
    if (await act(acceptProposal(filled, context))) onClose()
  }

  return (
    <Dialog
      title="Fill the rota"
      width="wide"
      onClose={onClose}
      actions={
        !progress && (
          <>
            <Button onClick={proposal ? () => setProposal(undefined) : onClose}>
              {proposal ? 'Back' : 'Cancel'}
            </Button>
            {proposal ? (
              <Button
                tone="primary"
                disabled={proposal.filled.length === 0}
                onClick={() => void accept(proposal)}
              >
                Accept
              </Button>
            ) : (
              <Button tone="primary" type="submit" form={form}>
                Propose
              </Button>
            )}
          </>
        )
      }
    >
      <div className={styles.body}>
        {problem && <Banner tone="danger">{problem}</Banner>}
        {progress && (
          <ProgressBar
            label={progress.step}
            done={progress.done}
            total={progress.total || undefined}
            onCancel={() => stop.current.abort()}
          />
        )}
        {!progress && proposal && <ProposalView proposal={proposal} />}
        {!progress && !proposal && (
          <form
            id={form}
            className={styles.body}
            onSubmit={(event) => {
              event.preventDefault()
              void propose()
            }}
          >
            <RadioGroup label="What is filled" options={kinds} value={kind} onChange={setKind} />
            <div className={styles.pair}>
              <DateField label="From" value={from} onChange={setFrom} required />
              <DateField label="To" value={to} onChange={setTo} required />
            </div>
            <p className={styles.quiet}>
              Whoever is in the role and there is asked, within the shift limits of this engagement. Hours,
              hours outside of support and nights are shared out. Nothing changes until you accept.
            </p>
          </form>
        )}
      </div>
    </Dialog>
  )
}

function ProposalView({ proposal }: { readonly proposal: Proposal }) {
  const telling = useRotaTelling()
  const { nameOf } = telling
  const before = new Map(proposal.before.map((share) => [share.person, share]))
  return (
    <>
      <p role="status">{proposalText(proposal)}</p>
      {proposal.unfilled.length > 0 && (
        <section>
          <h3 className={styles.heading}>Stays open</h3>
          <ul className={styles.list}>
            {unfilledLines(proposal.unfilled, telling).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      {proposal.filled.length > 0 && (
        <section>
          <h3 className={styles.heading}>Would be on</h3>
          <ul className={styles.list}>
            {proposal.filled.map(({ slot, person }) => (
              <li key={`${slot.from} ${slot.role} ${slot.rotation} ${person}`}>
                <strong>{nameOf(person)}</strong> {shiftText(slot, telling)}
                {slot.current && `, in place of ${nameOf(slot.current)}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {proposal.filled.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
              <th scope="col">Outside hours</th>
              <th scope="col">Nights</th>
            </tr>
          </thead>
          <tbody>
            {proposal.after.map(({ person, time, outside, nights }) => (
              <tr key={person}>
                <th scope="row">{nameOf(person)}</th>
                <td data-numeric>{lengthText(before.get(person)?.time ?? 0)}</td>
                <td data-numeric>{lengthText(time)}</td>
                <td data-numeric>{lengthText(outside)}</td>
                <td data-numeric>{nights}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
