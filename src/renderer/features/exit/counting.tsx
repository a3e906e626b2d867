import { builtInKey, builtIns, ownAt, termsAt } from '@domain/exit/criteria'
import { wantedText } from '@domain/exit/scorecard'
import { builtInCriteria } from '@domain/model/exit-criterion'
import { useRows } from '../../storage/queries'
import { Mark } from '../../ui/mark'
import { Spinner } from '../../ui/spinner'
import { now } from '../../view-state/clock'
import styles from './exit.module.css'

interface Asked {
  readonly id: string
  readonly title: string
  readonly wanted: string
}

/** What is agreed on, which is known at once, while the issues are still being read. */
export function Counting() {
  const criteria = useRows('exitCriterion')
  const at = now()
  const builtIn = builtInCriteria.flatMap((id): Asked[] => {
    const terms = termsAt(criteria.get(builtInKey(id)), id, at)
    return terms.applies ? [{ id, title: builtIns[id].title, wanted: wantedText(id, terms) }] : []
  })
  const own = ownAt(criteria.values(), at).map(
    ({ key, values }): Asked => ({ id: key, title: values.title || 'Untitled', wanted: '' }),
  )
  return (
    <div className={styles.exit}>
      <p className={styles.counting} role="status">
        <Spinner /> Counting, day by day, what the issues say
      </p>
      <div className={styles.columns}>
        <section className={styles.panel} aria-label="Criteria">
          <ul className={styles.asked}>
            {[...builtIn, ...own].map(({ id, title, wanted }) => (
              <li key={id} className={styles.criterion}>
                <span className={styles.state}>
                  <Mark tone="neutral" shape="ring" label="Counting" />
                </span>
                <span className={styles.what}>{title}</span>
                <span className={styles.wanted}>{wanted}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  )
}
