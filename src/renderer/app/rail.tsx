import { engagementKey } from '@domain/model/engagement'
import { dayOfPlan } from '@domain/reporting/day-of-plan'
import { formatZone } from '@domain/time/format'
import { usableZone } from '@domain/time/zone'
import { Link, useLocation } from 'wouter'
import { useRow, useWorkspace } from '../storage/queries'
import { Button } from '../ui/button'
import { classNames } from '../ui/class-names'
import { Icon } from '../ui/icon'
import { IconButton } from '../ui/icon-button'
import { useToasts } from '../ui/toast'
import { useMinute } from '../view-state/clock'
import { paths } from '../view-state/paths'
import { shortcuts } from '../view-state/shortcuts'
import { EngagementSwitcher } from './engagement-switcher'
import styles from './rail.module.css'
import { type Screen, screens } from './screens'
import { SyncLine } from './sync-line'
import { useUndo } from './use-undo'

const mostCounted = 999

export interface RailProps {
  readonly onFind: () => void
  readonly onShowKeys: () => void
  readonly onExplain: () => void
}

/** What is open, where to go, and what can be taken back. */
export function Rail({ onFind, onShowKeys, onExplain }: RailProps) {
  const { settings } = useWorkspace()
  return (
    <nav className={styles.rail} aria-label="Engagement and screens">
      <EngagementSwitcher />
      <WhereInThePlan />
      <Button className={styles.find ?? ''} icon="search" keys={shortcuts.palette.keys} onClick={onFind}>
        Find
      </Button>
      <div className={styles.screens}>
        <ScreenLinks place="work" />
        <ScreenLinks place="rhythm" />
        <ScreenLinks place="ending" />
        <ScreenLinks place="paper" />
      </div>
      <MessagePlace />
      <div className={styles.foot}>
        <ScreenLinks place="keep" />
        <SyncLine />
        <UndoLine />
        <div className={styles.user}>
          <Link
            href={paths.settingsSection('laptop')}
            className={classNames(styles.link, styles.userLink)}
            data-tooltip="You and this laptop"
          >
            <Icon name="person" />
            <span className={styles.userName}>{settings.userName || 'Say who you are'}</span>
          </Link>
          <IconButton
            icon="info"
            label={shortcuts.explain.title}
            keys={shortcuts.explain.keys}
            onClick={onExplain}
          />
          <IconButton icon="help" label="All keys" keys={shortcuts.keys.keys} onClick={onShowKeys} />
        </div>
      </div>
    </nav>
  )
}

/** Messages appear here, where there is nothing to operate: the list of screens gives way to the first of them. */
function MessagePlace() {
  const isTaken = useToasts().length > 0
  return <div className={classNames(styles.messages, isTaken && styles.taken)} />
}

/** The day counted from go-live, and the zone in which every time on the screen is told. */
function WhereInThePlan() {
  const values = useRow('engagement', engagementKey)?.values ?? {}
  const minute = useMinute()
  const zone = usableZone(values.zone)
  return (
    <p className={styles.plan}>
      <span className={styles.day}>{dayOfPlan(values, minute, zone)}</span>
      <span data-tooltip={formatZone(minute, zone)}>Times in {zone}</span>
    </p>
  )
}

function ScreenLinks({ place }: { readonly place: Screen['place'] }) {
  const [location] = useLocation()
  return (
    <ul>
      {screens
        .filter((screen) => screen.place === place)
        .map(({ path, title, icon, shortcut, count }) => {
          const here = location === path || location.startsWith(`${path}/`)
          return (
            <li key={path}>
              <Link
                href={path}
                className={classNames(styles.link, here && styles.here)}
                aria-current={here ? 'page' : undefined}
                data-tooltip={title}
                data-tooltip-keys={shortcuts[shortcut].keys}
              >
                <Icon name={icon} />
                {title}
                {count && <Count of={count} />}
              </Link>
            </li>
          )
        })}
    </ul>
  )
}

/** How many wait there. */
function Count({ of: useCount }: { readonly of: () => number }) {
  const count = useCount()
  if (count === 0) return null
  return (
    <span className={styles.count} data-numeric>
      {count > mostCounted ? `${mostCounted}+` : count}
    </span>
  )
}

function UndoLine() {
  const { undoable, redoable, undo, redo } = useUndo()
  return (
    <div className={styles.undo}>
      <Button
        tone="quiet"
        icon="undo"
        className={styles.undoButton ?? ''}
        disabled={!undoable}
        data-tooltip={undoable ? `Undo: ${undoable.label}` : 'Nothing to undo'}
        data-tooltip-keys={shortcuts.undo.keys}
        onClick={() => void undo()}
      >
        {undoable ? `Undo: ${undoable.label}` : 'Nothing to undo'}
      </Button>
      <IconButton
        icon="redo"
        label={redoable ? `Redo: ${redoable.label}` : 'Nothing to redo'}
        keys={shortcuts.redo.keys}
        disabled={!redoable}
        onClick={() => void redo()}
      />
    </div>
  )
}
