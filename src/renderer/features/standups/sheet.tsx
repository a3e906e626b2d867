import { awayBy } from '@domain/ownership/leave'
import { agendaOf } from '@domain/standup/agenda'
import { endStandup, leaderName } from '@domain/standup/commands'
import { standupMarkdown } from '@domain/standup/markdown'
import { type StandupRecord, standupBefore } from '@domain/standup/record'
import { roundUpText } from '@domain/standup/round-up'
import { formatDay } from '@domain/time/format'
import { calledKey } from '@domain/triage/list-columns'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { copyText } from '../../storage/copy-text'
import { useRows, useSession, useVersion, useWorkspace } from '../../storage/queries'
import { saveFile } from '../../storage/save-file'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import { PageHeader } from '../../ui/page-header'
import { toast } from '../../ui/toast'
import { now, useMinute } from '../../view-state/clock'
import { paths } from '../../view-state/paths'
import { shortcuts } from '../../view-state/shortcuts'
import { useAct } from '../../view-state/use-act'
import { useSaidLines } from '../../view-state/use-said-lines'
import { useShortcuts } from '../../view-state/use-shortcuts'
import { useTelling } from '../../view-state/use-telling'
import { useZone } from '../../view-state/use-zone'
import { AgendaList } from './agenda-list'
import styles from './standups.module.css'
import { Stop } from './stop'
import { StandupTimer } from './timer'
import { useFacts } from './use-facts'
import { useHold } from './use-hold'
import { useOnShift } from './use-on-shift'
import type { Standups } from './use-standups'

const dayLength = 24 * 60 * 60_000

export interface SheetProps {
  readonly record: StandupRecord
  readonly standups: Standups
}

/** One standup: the round that goes on, or the minutes of one that was held. */
export function Sheet({ record, standups }: SheetProps) {
  const { access, replica } = useSession()
  const canWrite = access.kind === 'write'
  const { settings } = useWorkspace()
  const act = useAct()
  const hold = useHold()
  const zone = useZone()
  const telling = useTelling()
  const [, navigate] = useLocation()
  const isOn = record.endedAt === undefined
  const before = standupBefore(record.day, standups.records)
  const since = before?.endedAt ?? before?.startedAt ?? record.startedAt - dayLength
  const facts = useFacts(since, isOn)
  const agenda = useAgenda(record, facts, standups.today)
  const stops = isOn ? agenda : agenda.filter(({ said, carried }) => said.length + carried.length > 0)
  const [chosen, setChosen] = useState<{ readonly id: string; readonly at: number }>()
  const place = Math.max(
    0,
    stops.findIndex(({ id }) => id === chosen?.id),
  )
  const stop = stops[place]
  const lines = useSaidLines()
  const goTo = (to: number) => {
    const next = stops[Math.max(0, Math.min(stops.length - 1, to))]
    if (next) setChosen({ id: next.id, at: now() })
  }

  const issueName = (key: string) => {
    const row = replica.rows('issue').get(key)
    return row ? `${calledKey(row)} ${row.values.title ?? ''}`.trim() : key
  }
  const roundUp = () => record.roundUp ?? roundUpText(facts?.roundUp ?? [], issueName)
  const markdown = () =>
    standupMarkdown(record, lines, roundUp(), { zone, person: telling.personName, issue: telling.issueKey })

  async function copy() {
    await copyText(markdown())
    toast({ text: 'Copied as Markdown', tone: 'ok' })
  }

  async function save() {
    try {
      const name = await saveFile(`Standup ${record.day}.md`, 'markdown', () => [
        new TextEncoder().encode(markdown()),
      ])
      if (name !== undefined) toast({ text: `Saved as ${name}`, tone: 'ok' })
    } catch (error) {
      toast({ text: error instanceof Error ? error.message : String(error), tone: 'danger' })
    }
  }

  const end = () =>
    void act(endStandup(record, { by: leaderName(settings.userName), now: now(), roundUp: roundUp() }))
  const leave = () => navigate(paths.standups)
  const isToday = record.day === standups.today
  useShortcuts({
    standupNext: () => goTo(place + 1),
    standupBack: () => goTo(place - 1),
    standupCopy: () => void copy(),
    standupSave: () => void save(),
    standupLeave: leave,
  })
  useShortcuts({ standupEnd: isOn ? end : () => void hold() }, canWrite && (isOn || isToday))
  const next = standups.next?.day
  return (
    <>
      <PageHeader
        title={`Standup ${formatDay(record.day)}`}
        note={
          <StandupTimer
            record={record}
            speaker={isOn ? stop?.title : undefined}
            speakingSince={chosen?.at ?? record.startedAt}
          />
        }
        actions={
          <>
            <IconButton
              icon="copy"
              label={shortcuts.standupCopy.title}
              keys={shortcuts.standupCopy.keys}
              onClick={() => void copy()}
            />
            <IconButton
              icon="download"
              label={shortcuts.standupSave.title}
              keys={shortcuts.standupSave.keys}
              onClick={() => void save()}
            />
            <Button keys={shortcuts.standupLeave.keys} onClick={leave}>
              All standups
            </Button>
            {(isOn || isToday) && (
              <Button
                tone={isOn ? 'primary' : 'default'}
                keys={shortcuts.standupEnd.keys}
                disabled={!canWrite}
                onClick={isOn ? end : () => void hold()}
              >
                {isOn ? 'End it' : 'Go on with it'}
              </Button>
            )}
          </>
        }
      />
      <div className={styles.sheet}>
        <AgendaList stops={stops} current={stop?.id} here={record.here} onChoose={goTo} />
        {stop ? (
          <Stop
            key={stop.id}
            stop={stop}
            record={record}
            canWrite={canWrite}
            isReading={isOn && !facts}
            dueOn={next ?? record.day}
          />
        ) : (
          <p className={styles.nothing}>Nothing was written down at this standup.</p>
        )}
        {!isOn && record.roundUp && (
          <aside className={styles.roundUp} aria-label="What had changed by then">
            <h2 className={styles.title}>What had changed by then</h2>
            <p className={styles.kept}>{record.roundUp}</p>
          </aside>
        )}
      </div>
    </>
  )
}

function useAgenda(record: StandupRecord, facts: ReturnType<typeof useFacts>, today: string) {
  const lines = useSaidLines()
  const people = useRows('person')
  const decisions = useRows('decision')
  const version = useVersion('person', 'decision', 'leave')
  const minute = useMinute()
  const leaves = useRows('leave')
  const zone = useZone()
  const onShift = useOnShift(minute)
  return useMemo(() => {
    void version
    const isAway = awayBy(leaves.values(), zone)
    return agendaOf({
      standup: record,
      facts,
      lines,
      people,
      isAway: (person) => isAway(person, minute),
      onShift,
      decisionsNeeded: [...decisions.values()].filter(
        ({ values }) => values.removed !== true && values.status !== 'made',
      ),
      today,
    })
  }, [record, facts, lines, people, decisions, version, leaves, zone, minute, onShift, today])
}
