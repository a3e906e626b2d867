import type { AgendaEntry } from '@domain/standup/agenda'
import { issueToLine, leaderName, lineToIssue, removeLine, setDone, setHere } from '@domain/standup/commands'
import type { LineKind, SaidLine } from '@domain/standup/lines'
import type { StandupRecord } from '@domain/standup/record'
import { nextShortKey } from '@domain/triage/short-key'
import { useEffect, useId, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useSession, useWorkspace } from '../../storage/queries'
import { Button } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import { now } from '../../view-state/clock'
import { issueListOf } from '../../view-state/issue-list'
import { paths } from '../../view-state/paths'
import { type ShortcutName, shortcuts } from '../../view-state/shortcuts'
import { useAct } from '../../view-state/use-act'
import { useShortcuts } from '../../view-state/use-shortcuts'
import { Composer } from './composer'
import { ItemView } from './item-view'
import styles from './standups.module.css'
import { groupsOf, type StopItem } from './stop-items'

const kindKeys = {
  note: 'standupNote',
  blocker: 'standupBlocker',
  decision: 'standupDecision',
  action: 'standupAction',
} as const satisfies Record<LineKind, ShortcutName>
const kinds = Object.keys(kindKeys) as LineKind[]

export interface StopProps {
  readonly stop: AgendaEntry
  readonly record: StandupRecord
  readonly canWrite: boolean
  /** What is told by itself is still being read. */
  readonly isReading: boolean
  /** When an action is due unless somebody says otherwise. */
  readonly dueOn: string
}

type Writing = { readonly kind: LineKind } | { readonly line: SaidLine }

/** One stop of the round: what is told by itself, what is open from before, what is said now, and a place to write. */
export function Stop({ stop, record, canWrite, isReading, dueOn }: StopProps) {
  const act = useAct()
  const session = useSession()
  const { laptop, settings } = useWorkspace()
  const [, navigate] = useLocation()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const [writing, setWriting] = useState<Writing>()
  const groups = groupsOf(stop)
  const items = groups.flatMap((group) => group.items)
  const place = Math.min(active, items.length - 1)
  const item = items[place]
  const itemId = (one: StopItem) => `${id}-${encodeURIComponent(one.id)}`
  const issue = item?.kind === 'issue' ? item.issue : item?.kind === 'line' ? item.line.issue : undefined
  const line = item?.kind === 'line' ? item.line : undefined

  useEffect(() => list.current?.focus({ preventScroll: true }), [])

  function moveTo(to: number) {
    const next = items[Math.max(0, Math.min(items.length - 1, to))]
    if (!next) return
    setActive(items.indexOf(next))
    document.getElementById(itemId(next))?.scrollIntoView({ block: 'nearest' })
  }

  function stopWriting() {
    setWriting(undefined)
    list.current?.focus({ preventScroll: true })
  }

  const newLine = () => ({
    key: crypto.randomUUID(),
    standup: record.key,
    about: stop.about,
    author: leaderName(settings.userName),
    now: now(),
  })

  function toIssue(said: SaidLine) {
    const taken = shortKeysOf(session.replica.rows('issue').values())
    const shortKey = nextShortKey(laptop, taken)
    void act(lineToIssue(said, { key: crypto.randomUUID(), shortKey, now: now() }))
  }

  function toLine() {
    const row = item?.kind === 'issue' ? session.replica.rows('issue').get(item.issue) : undefined
    if (row) void act(issueToLine(row, { ...newLine(), kind: 'note' }))
  }

  const person = stop.about.kind === 'person' ? { key: stop.about.person, name: stop.title } : undefined
  useShortcuts({
    standupLineDown: () => moveTo(place + 1),
    standupLineUp: () => moveTo(place - 1),
    standupOpenIssue: () => issue !== undefined && navigate(paths.issue(issue)),
  })
  useShortcuts(
    {
      ...Object.fromEntries(kinds.map((kind) => [kindKeys[kind], () => setWriting({ kind })])),
      standupHere: () => person && void act(setHere(record, person)),
      standupDone: () => line && void act(setDone(line, now())),
      standupReword: () => line && setWriting({ line }),
      standupToIssue: () => line && toIssue(line),
      standupFromIssue: toLine,
      standupRemove: () => line && void act(removeLine(line)),
    } as Record<ShortcutName, () => void>,
    canWrite,
  )

  return (
    <section className={styles.stop} aria-labelledby={`${id}-title`}>
      <header className={styles.stopHead}>
        <h2 id={`${id}-title`} className={styles.stopTitle}>
          {stop.title}
        </h2>
        {person && canWrite && (
          <Button
            aria-pressed={record.here.has(person.key)}
            keys={shortcuts.standupHere.keys}
            onClick={() => void act(setHere(record, person))}
          >
            {record.here.has(person.key) ? 'Is there' : 'Not there yet'}
          </Button>
        )}
      </header>
      <div
        ref={list}
        role="listbox"
        aria-label={`What there is to say: ${stop.title}`}
        tabIndex={0}
        className={styles.items}
        {...(item && { 'aria-activedescendant': itemId(item) })}
      >
        {groups.map(({ title, items: own, more }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list to choose from
          <div key={title} role="group" aria-label={title}>
            <div role="presentation" className={styles.group}>
              {title}
            </div>
            {own.map((one) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the screen move along the list
              <div
                key={one.id}
                id={itemId(one)}
                role="option"
                tabIndex={-1}
                aria-selected={one === item}
                className={classNames(styles.item, one === item && styles.active)}
                onClick={() => setActive(items.indexOf(one))}
              >
                <ItemView item={one} />
              </div>
            ))}
            {more.length > 0 && (
              <div role="presentation" className={styles.more}>
                <button
                  type="button"
                  className={styles.textButton}
                  onClick={() => {
                    issueListOf(session.id)
                      .getState()
                      .showOnly({ title: `${stop.title}: ${title}`, at: now(), keys: () => more })
                    navigate(paths.issues)
                  }}
                >
                  List all {more.length}
                </button>
              </div>
            )}
          </div>
        ))}
        {items.length === 0 && (
          <p className={styles.nothing}>{isReading ? 'Reading the issues' : 'Nothing new, nothing open.'}</p>
        )}
      </div>
      {canWrite && (
        <footer className={styles.foot}>
          {writing ? (
            <Composer
              key={'line' in writing ? writing.line.key : `${stop.id} ${writing.kind}`}
              stop={stop}
              draftId={`${record.key} ${stop.id} ${'kind' in writing ? writing.kind : ''}`}
              newLine={newLine}
              {...('line' in writing ? { editing: writing.line } : { kind: writing.kind })}
              dueOn={dueOn}
              onWritten={() => setActive(Number.POSITIVE_INFINITY)}
              onClose={stopWriting}
            />
          ) : (
            <>
              {kinds.map((kind) => (
                <Button key={kind} keys={shortcuts[kindKeys[kind]].keys} onClick={() => setWriting({ kind })}>
                  {shortcuts[kindKeys[kind]].title}
                </Button>
              ))}
              <span className={styles.itemKeys}>
                {line && (line.kind === 'action' || line.kind === 'blocker') && (
                  <Button
                    tone="quiet"
                    keys={shortcuts.standupDone.keys}
                    onClick={() => void act(setDone(line, now()))}
                  >
                    {line.doneAt === undefined ? 'Done' : 'Open again'}
                  </Button>
                )}
                {line && line.issue === undefined && (
                  <Button tone="quiet" keys={shortcuts.standupToIssue.keys} onClick={() => toIssue(line)}>
                    Make an issue
                  </Button>
                )}
                {line && (
                  <Button
                    tone="quiet"
                    keys={shortcuts.standupReword.keys}
                    onClick={() => setWriting({ line })}
                  >
                    Word anew
                  </Button>
                )}
                {item?.kind === 'issue' && (
                  <Button tone="quiet" keys={shortcuts.standupFromIssue.keys} onClick={toLine}>
                    Make a line
                  </Button>
                )}
                {issue !== undefined && (
                  <Button
                    tone="quiet"
                    keys={shortcuts.standupOpenIssue.keys}
                    onClick={() => navigate(paths.issue(issue))}
                  >
                    Open
                  </Button>
                )}
              </span>
            </>
          )}
        </footer>
      )}
    </section>
  )
}

function* shortKeysOf(rows: Iterable<{ readonly values: { shortKey?: string | null } }>) {
  for (const { values } of rows) yield values.shortKey
}
