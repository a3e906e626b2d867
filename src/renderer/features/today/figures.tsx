import { clockWords } from '@domain/clocks/clock-words'
import { orphanWords } from '@domain/ownership/orphan-words'
import type { TodayBoard } from '@domain/today/board'
import type { ReactNode } from 'react'
import { Figure, type FigureProps } from './figure'
import styles from './today.module.css'

/** The four numbers of the day, each with what it is made of. Drawn at once, filled in when counted. */
export function Figures({ board }: { readonly board: TodayBoard | undefined }) {
  const { clocks, orphans, inbox, asOf = 0 } = board ?? {}
  return (
    <section className={styles.figures} aria-label="Figures of the day">
      <Group label="Past their target" figure={clocks?.breached} asOf={asOf} tone="danger">
        {clocks?.breachedByKind.map((figure) => (
          <Figure key={figure.kind} label={clockWords[figure.kind]} figure={figure} asOf={asOf} />
        ))}
      </Group>
      <Group label="Due within the hour" figure={clocks?.soon} asOf={asOf} tone="warning" />
      <Group label="Nobody really has them" figure={orphans?.all} asOf={asOf} tone="warning">
        {orphans?.byReason.map((figure) => (
          <Figure key={figure.reason} label={orphanWords[figure.reason]} figure={figure} asOf={asOf} />
        ))}
      </Group>
      <Group label="In the inbox" figure={inbox?.all} asOf={asOf}>
        {inbox && (
          <>
            <Figure label="New" figure={inbox.new} asOf={asOf} />
            <Figure label="Returned" figure={inbox.returned} asOf={asOf} />
            <Figure label="Hold is over" figure={inbox.holdOver} asOf={asOf} />
          </>
        )}
      </Group>
    </section>
  )
}

function Group({ children, ...figure }: FigureProps & { readonly children?: ReactNode }) {
  return (
    <div className={styles.group}>
      <Figure {...figure} size="large" />
      {children && <div className={styles.parts}>{children}</div>}
    </div>
  )
}
