import { clockWords, durationText } from '@domain/clocks/clock-words'
import type { Ledger } from '@domain/clocks/ledger'
import { standingOf } from '@domain/clocks/standing'
import type { Adrift } from '@domain/ownership/adrift'
import { Button } from '../../../ui/button'
import { Dialog } from '../../../ui/dialog'
import { Mark } from '../../../ui/mark'
import { useInstantText, useZone } from '../../../view-state/use-zone'
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

/** Every minute of a clock, and why it counted or not. */
export function LedgerDialog({ ledger, orphan, called, onClose }: LedgerDialogProps) {
  const zone = useZone()
  const instantText = useInstantText()
  const { reading, lines, notes } = ledger
  const { turn, words } = standingOf(reading, orphan)
  const shown = lines.slice(-mostShown)
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
              <td>{instantText(from)}</td>
              <td>{instantText(to)}</td>
              <td>{why}</td>
              <td className={styles.time}>{counted ? durationText(to - from) : 'no'}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              Counted, of {durationText(reading.target)} promised
            </th>
            <td className={styles.time}>{durationText(reading.counted)}</td>
          </tr>
        </tfoot>
      </table>
    </Dialog>
  )
}
