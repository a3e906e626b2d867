import { acceptSwap } from '@domain/rotation/accept-proposal'
import { type RotaTelling, swapText, warningText, warningTitle } from '@domain/rotation/fatigue-words'
import type { LoadWarning, PersonLoad, TeamLoad } from '@domain/rotation/team-load'
import { memo } from 'react'
import { useRows } from '../../storage/queries'
import { Button } from '../../ui/button'
import { Mark } from '../../ui/mark'
import { now } from '../../view-state/clock'
import { shortcuts } from '../../view-state/shortcuts'
import { useAct } from '../../view-state/use-act'
import { useShortcut } from '../../view-state/use-shortcuts'
import { useTelling } from '../../view-state/use-telling'
import { useZone } from '../../view-state/use-zone'
import styles from './load.module.css'
import { lengthText } from './words'

export interface LoadPanelProps {
  readonly load: TeamLoad
  readonly canWrite: boolean
}

/** What the rota asks of everybody in the period, and where that is too much. */
export const LoadPanel = memo(function LoadPanel({ load, canWrite }: LoadPanelProps) {
  const act = useAct()
  const telling = useRotaTelling()
  const rotations = useRows('rotation')
  const { warnings, people } = load
  const first = warnings.find(({ swap }) => swap)

  function mend({ swap }: LoadWarning) {
    if (!swap) return
    const context = { zone: telling.zone, now: now(), newKey: () => crypto.randomUUID() }
    void act(acceptSwap(swap, swapText(swap, telling), (key) => rotations.has(key), context))
  }
  useShortcut('rotaMend', () => first && mend(first), canWrite && first !== undefined)

  return (
    <div className={styles.load}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever scrolls with keys needs to get here */}
      <section className={styles.part} tabIndex={0} aria-label="Too much for somebody">
        <h2 className={styles.heading}>
          {warnings.length === 0 ? 'Nobody is asked too much' : `Too much for somebody: ${warnings.length}`}
        </h2>
        {warnings.length === 0 ? (
          <p className={styles.quiet}>Rest, hours, days in a row and hero index are within the limits.</p>
        ) : (
          <ul>
            {warnings.map((warning) => (
              <WarningLine
                key={keyOf(warning)}
                warning={warning}
                keys={warning === first ? shortcuts.rotaMend.keys : undefined}
                onMend={canWrite ? () => mend(warning) : undefined}
              />
            ))}
          </ul>
        )}
      </section>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever scrolls with keys needs to get here */}
      <section className={styles.part} tabIndex={0} aria-label="Who carries how much">
        <h2 className={styles.heading}>Who carries how much</h2>
        {people.length === 0 ? (
          <p className={styles.quiet}>Nobody is on shift in this period.</p>
        ) : (
          <Fairness people={people} />
        )}
      </section>
    </div>
  )
})

function WarningLine({
  warning,
  keys,
  onMend,
}: {
  readonly warning: LoadWarning
  readonly keys: string | undefined
  readonly onMend: (() => void) | undefined
}) {
  const telling = useRotaTelling()
  const { person, swap } = warning
  return (
    <li className={styles.warning}>
      <div className={styles.words}>
        <p className={styles.who}>
          <Mark tone="warning" shape="triangle" label={telling.nameOf(person)} />
          <span>{warningTitle(warning)}</span>
        </p>
        <p className={styles.quiet}>{warningText(warning, telling)}</p>
        <p className={styles.quiet}>{wayOut(warning, telling)}</p>
      </div>
      {swap && (
        <Button disabled={!onMend} onClick={onMend} {...(keys && { keys })}>
          Swap
        </Button>
      )}
    </li>
  )
}

function Fairness({ people }: { readonly people: readonly PersonLoad[] }) {
  const { nameOf } = useRotaTelling()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">On shift</th>
          <th scope="col" data-tooltip="On call, where that does not count as being on shift">
            On call
          </th>
          <th scope="col" data-tooltip="On shift outside of the support hours">
            Outside
          </th>
          <th scope="col">Nights</th>
          <th scope="col" data-tooltip="Share of what was done to severity 1 and 2 in the last seven days">
            Hero index
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ person, time, onCall, outside, nights, heroPercent }) => (
          <tr key={person}>
            <th scope="row">{nameOf(person)}</th>
            <td data-numeric>{lengthText(time)}</td>
            <td data-numeric>{lengthText(onCall)}</td>
            <td data-numeric>{lengthText(outside)}</td>
            <td data-numeric>{nights}</td>
            <td data-numeric>{heroPercent === null ? 'too few' : `${Math.round(heroPercent)}%`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function useRotaTelling(): RotaTelling {
  const zone = useZone()
  const { personName } = useTelling()
  return { zone, now: now(), nameOf: personName }
}

const keyOf = (warning: LoadWarning) =>
  warning.kind === 'hero'
    ? `hero ${warning.person}`
    : `${warning.breach.rule} ${warning.person} ${warning.breach.from}`

function wayOut(warning: LoadWarning, telling: RotaTelling): string {
  if (warning.swap) return `Way out: ${swapText(warning.swap, telling)}.`
  return warning.kind === 'breach' && warning.breach.to <= telling.now
    ? 'It has been already.'
    : 'No swap to come would mend this without breaking another rule.'
}
