import { clockWords, durationText, exactDurationText } from '@domain/clocks/clock-words'
import type { Ledger } from '@domain/clocks/ledger'
import { standingOf } from '@domain/clocks/standing'
import type { Instant } from '@domain/model/value'
import type { Adrift } from '@domain/ownership/adrift'
import { formatExactInstant } from '@domain/time/format'
import { Button } from '../../../ui/button'
import { Dialog } from '../../../ui/dialog'
import { Mark } from '../../../ui/mark'
import { useZone } from '../../../view-state/use-zone'
import { clockLooks } from '../clock-looks'
import styles from './clocks.module.css'

export interface LedgerDialogProps {
  readonly ledger: Ledger
  /** Why nobody really has the issue. */
  readonly orphan: Adrift | undefined
  /** What people call the issue: `TES-25`. */
  readonly called: string
  readonly onClose: () => void
}

/** Stretches that are told one by one; an issue open for years would have thousands. */
const mostShown = 400

/** How long it is between two times as they are shown, so that whoever adds the lines up comes to the sum. */
const wholeSeconds = (from: Instant, to: Instant) =>
  Math.floor(to / second) * second - Math.floor(from / second) * second
const second = 1_000

/** Every minute of a clock, and why it counted or not. */
export function LedgerDialog({ ledger, orphan, called, onClose }: LedgerDialogProps) {
  const zone = useZone()
  const { reading, lines, notes } = ledger
  const { turn, words } = standingOf(reading, orphan)
  const shown = lines.slice(-mostShown)
  const sum = lines.reduce(
    (total, { from, to, counted }) => total + (counted ? wholeSeconds(from, to) : 0),
    0,
  )
  return (
    <Dialog
      title={`${clockWords[reading.kind]}: the clock of ${called}`}
      width="wide"
      onClose={onClose}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      <Mark {...clockLooks[turn]} label={words} />
      <ul className={styles.notes}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {lines.length > shown.length && <p>The latest {mostShown} stretches; the sum is of all.</p>}
      <table className={styles.ledger}>
        <caption>Times in {zone}</caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">Why</th>
            <th scope="col" className={styles.time}>
              Counts
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ from, to, counted, why }) => (
            <tr key={from} data-counted={counted || undefined}>
              <td>{formatExactInstant(from, zone)}</td>
              <td>{formatExactInstant(to, zone)}</td>
              <td>{why}</td>
              <td className={styles.time}>{counted ? exactDurationText(wholeSeconds(from, to)) : 'no'}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              Counted, of {durationText(reading.target)} promised
            </th>
            <td className={styles.time}>{exactDurationText(sum)}</td>
          </tr>
        </tfoot>
      </table>
    </Dialog>
  )
}
