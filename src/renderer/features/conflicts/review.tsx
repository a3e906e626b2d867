import type { Conflict, Side } from '@domain/conflicts/conflict'
import { disputedLabel, disputedText, entityWord, rowName, sideName } from '@domain/conflicts/conflict-words'
import type { Operation } from '@domain/merge/operation'
import { Link } from 'wouter'
import { useSession } from '../../storage/queries'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { Kbd } from '../../ui/kbd'
import { paths } from '../../view-state/paths'
import { shortcuts } from '../../view-state/shortcuts'
import { useLaptopName } from '../../view-state/use-laptop-name'
import { runShortcut } from '../../view-state/use-shortcuts'
import { useTelling } from '../../view-state/use-telling'
import { Before } from './before'
import styles from './conflicts.module.css'
import { Told } from './told'
import { useRowHistory } from './use-row-history'

/** By whom a laptop writes whose user has not said who they are. */
const nobodysName = 'This laptop'

export interface ReviewProps {
  readonly conflict: Conflict
  readonly place: number
  readonly count: number
  readonly readOnly: boolean
  /** The issue to open from here, where there is one. */
  readonly issueKey?: string
  readonly onTake: (side: Side) => void
}

/** One conflict: what it was before, and every value that stands now, side by side. */
export function Review({ conflict, place, count, readOnly, issueKey, onTake }: ReviewProps) {
  const { entity, row, sides } = conflict
  const telling = useTelling()
  const history = useRowHistory(entity, row)
  return (
    <section className={styles.review} aria-label="Conflict under review">
      <header className={styles.head}>
        <p className={styles.quiet}>
          {entityWord(entity)} · {place + 1} of {count}
        </p>
        <h2 className={styles.name}>{rowName(entity, row, telling)}</h2>
        <p className={styles.question}>{questionOf(conflict)}</p>
      </header>
      <div className={styles.sides}>
        <Before conflict={conflict} history={history} />
        {sides.map((side, index) => (
          <SideCard
            key={JSON.stringify(side.value)}
            conflict={conflict}
            side={side}
            number={index + 1}
            history={history}
            readOnly={readOnly}
            onTake={() => onTake(side)}
          />
        ))}
      </div>
      <footer className={styles.foot}>
        <Button
          keys={shortcuts.conflictBefore.keys}
          disabled={place === 0}
          onClick={() => runShortcut('conflictBefore')}
        >
          {shortcuts.conflictBefore.title}
        </Button>
        <Button
          keys={shortcuts.conflictNext.keys}
          disabled={place === count - 1}
          onClick={() => runShortcut('conflictNext')}
        >
          {shortcuts.conflictNext.title}
        </Button>
        {issueKey !== undefined && (
          <Link
            href={paths.issue(issueKey)}
            className={styles.open}
            aria-keyshortcuts={shortcuts.conflictOpen.keys}
          >
            Open the issue <Kbd keys={shortcuts.conflictOpen.keys} />
          </Link>
        )}
      </footer>
    </section>
  )
}

function questionOf(conflict: Conflict): string {
  const { kind, field, entity } = conflict
  if (kind === 'circle') return 'Two laptops merged these the other way round. Which one shall stay?'
  if (field === 'removed') return 'One laptop removed it while another went on with it. Shall it be kept?'
  return `${disputedLabel(entity, field)} was written differently. Which shall stand?`
}

interface SideCardProps {
  readonly conflict: Conflict
  readonly side: Side
  readonly number: number
  readonly history: readonly Operation[] | undefined
  readonly readOnly: boolean
  readonly onTake: () => void
}

/** A value, who wrote it when and where, and the keys that choose it. */
function SideCard({ conflict, side, number, history, readOnly, onTake }: SideCardProps) {
  const telling = useTelling()
  const laptopName = useLaptopName()
  const { replica } = useSession()
  const { entity, field, kind } = conflict
  const named = kind === 'circle' ? replica.table(entity).get(String(side.value)) : undefined
  const others = conflict.sides.filter(({ isMine }) => !isMine).length
  const key = side.isMine
    ? shortcuts.conflictMine.keys
    : others === 1
      ? shortcuts.conflictTheirs.keys
      : undefined
  return (
    <article className={styles.side} aria-label={sideName(side)}>
      <h3 className={styles.sideName}>
        {sideName(side)} {side.isShown && <Badge>shown now</Badge>}
      </h3>
      <Told
        text={named ? rowName(entity, named, telling) : disputedText(entity, field, side.value, telling)}
      />
      {field === 'removed' && side.value === false && (
        <Typed conflict={conflict} side={side} history={history} />
      )}
      <ul className={styles.writers}>
        {side.writers.map(({ stamp, by, at, laptop, isImported }) => (
          <li key={stamp}>
            {by !== nobodysName && <span className={styles.who}>{by} </span>}
            {telling.instant(at)}, {isImported && 'from an import '}on {laptopName(laptop)}
          </li>
        ))}
      </ul>
      <div className={styles.take}>
        <Button
          keys={key ?? String(number)}
          disabled={readOnly}
          onMouseDown={(event) => event.preventDefault()}
          onClick={onTake}
        >
          {takeWords(conflict, side)}
        </Button>
        {key && <span className={styles.quiet}>or {number}</span>}
      </div>
    </article>
  )
}

/** What was typed into a row that another laptop has removed. */
function Typed({ conflict, side, history }: Pick<SideCardProps, 'conflict' | 'side' | 'history'>) {
  const telling = useTelling()
  const stamps = new Set(side.writers.map(({ stamp }) => stamp))
  const typed = history?.filter(({ stamp }) => stamps.has(stamp)) ?? []
  return (
    <ul className={styles.writers}>
      {typed.flatMap(({ stamp, fields }) =>
        Object.entries(fields).map(([field, value]) => (
          <li key={`${stamp} ${field}`} className={styles.value}>
            {disputedLabel(conflict.entity, field)}: {disputedText(conflict.entity, field, value, telling)}
          </li>
        )),
      )}
    </ul>
  )
}

function takeWords({ field, kind }: Conflict, { isMine, value }: Side): string {
  if (kind === 'circle') return 'This one stays'
  if (field === 'removed') return value === true ? 'Remove it' : 'Keep it'
  return isMine ? 'Keep mine' : 'Take this'
}
