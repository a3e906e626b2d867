import type { TodayBoard } from '@domain/today/board'
import { Kbd } from '../../ui/kbd'
import { type ShortcutName, shortcuts } from '../../view-state/shortcuts'
import { useShortcuts } from '../../view-state/use-shortcuts'
import styles from './today.module.css'
import { useShow } from './use-show'

const keys = ['todayStep1', 'todayStep2', 'todayStep3', 'todayStep4', 'todayStep5'] as const

/** What to do next, each thing with its key. */
export function NextList({ board }: { readonly board: TodayBoard | undefined }) {
  const show = useShow()
  const run = (place: number) => {
    const step = board?.next[place]
    if (step) show.step(step, board.asOf)
  }
  useShortcuts(
    Object.fromEntries(keys.map((name, place) => [name, () => run(place)])) as Record<
      ShortcutName,
      () => void
    >,
  )
  return (
    <section className={styles.panel} aria-label="What to do next">
      <h2 className={styles.title}>What to do next</h2>
      {!board ? (
        <p className={styles.quiet}>Counting</p>
      ) : board.next.length === 0 ? (
        <p className={styles.quiet}>Nothing waits for you. Every open issue has an owner and is in time.</p>
      ) : (
        <ol className={styles.steps}>
          {board.next.map((step, place) => (
            <li key={step.text}>
              <button type="button" className={styles.step} onClick={() => run(place)}>
                <Kbd keys={shortcuts[keys[place] ?? 'todayStep1'].keys} />
                {step.text}
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
