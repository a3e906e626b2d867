import { concernKindWords, concernStateWords } from '@domain/adoption/concerns'
import { useId } from 'react'
import { ChoiceHead, ChoiceList } from '../../ui/choice-list'
import { Mark } from '../../ui/mark'
import { useTelling } from '../../view-state/use-telling'
import styles from './adoption.module.css'
import type { ConcernLine } from './use-adoption'

export interface ConcernListProps {
  readonly lines: readonly ConcernLine[]
  readonly place: number
  readonly onChoose: (place: number) => void
}

/** What looks wrong and nobody looks after yet, then what somebody does. The keys of the screen move along it. */
export function ConcernList({ lines, place, onChoose }: ConcernListProps) {
  const title = useId()
  return (
    <section className={styles.panel} aria-labelledby={title}>
      <h2 id={title} className={styles.title}>
        Concerns <span className={styles.count}>{lines.length}</span>
      </h2>
      <ChoiceList
        label="Concerns"
        lines={lines}
        keyOf={(line) =>
          line.kind === 'concern' ? line.row.key : `${line.trend.kind} ${line.trend.group ?? ''}`
        }
        active={place}
        onChoose={onChoose}
        after={lines.length === 0 && <p className={styles.quiet}>Nothing looks wrong.</p>}
      >
        {(line) => <Line line={line} />}
      </ChoiceList>
    </section>
  )
}

function Line({ line }: { readonly line: ConcernLine }) {
  const { personName } = useTelling()
  if (line.kind === 'trend') {
    const { title, kind, seen } = line.trend
    return (
      <>
        <ChoiceHead title={title}>
          <Mark tone="warning" shape="triangle" label={concernKindWords[kind]} />
        </ChoiceHead>
        <p className={styles.quiet}>{seen}</p>
      </>
    )
  }
  const { title, seen, action, owner, state } = line.row.values
  const isOpen = (state ?? 'open') === 'open'
  return (
    <>
      <ChoiceHead title={title || 'Untitled'}>
        <Mark
          tone={isOpen ? 'accent' : 'neutral'}
          shape={isOpen ? 'ring' : 'tick'}
          label={concernStateWords[state ?? 'open']}
        />
      </ChoiceHead>
      <p className={styles.quiet}>
        {owner ? personName(owner) : 'Nobody has it'} · {action?.slice(0, 1_000) || 'nothing decided yet'}
      </p>
      {seen && <p className={styles.quiet}>{seen.slice(0, 1_000)}</p>}
    </>
  )
}
