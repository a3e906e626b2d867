import { formatDay, formatInstant } from '@domain/time/format'
import { Button } from '../../ui/button'
import { shortcuts } from '../../view-state/shortcuts'
import { useZone } from '../../view-state/use-zone'
import styles from './exit.module.css'
import type { Exit } from './use-exit'

/** Replays hypercare day by day. */
export function DaySlider({ exit }: { readonly exit: Exit }) {
  const { history, place, isNow, card, goTo } = exit
  const zone = useZone()
  const day = history[place]?.day
  const text = isNow || !day ? `Now, ${formatInstant(card.asOf, zone)}` : `End of ${formatDay(day)}`
  return (
    <section className={styles.replay} aria-label="The day that is looked at">
      <Button keys={shortcuts.exitBefore.keys} disabled={place <= 0} onClick={() => goTo(place - 1)}>
        Day before
      </Button>
      <input
        type="range"
        className={styles.slider}
        aria-label="Day"
        aria-valuetext={text}
        min={0}
        max={Math.max(0, history.length - 1)}
        value={Math.max(0, place)}
        disabled={history.length < 2}
        onChange={({ target }) => goTo(Number(target.value))}
      />
      <Button keys={shortcuts.exitAfter.keys} disabled={isNow} onClick={() => goTo(place + 1)}>
        Day after
      </Button>
      <Button keys={shortcuts.exitNow.keys} disabled={isNow} onClick={() => goTo(history.length - 1)}>
        Now
      </Button>
      <output className={styles.dayText} data-numeric>
        {text}
      </output>
    </section>
  )
}
