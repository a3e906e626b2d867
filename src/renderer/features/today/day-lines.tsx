import { openConcerns } from '@domain/adoption/concerns'
import { overdueBulletins } from '@domain/bulletins/due'
import { type Scorecard, scorecardInSteps } from '@domain/exit/scorecard'
import { formatInstant, formatShortInstant } from '@domain/time/format'
import { useCallback } from 'react'
import { Link } from 'wouter'
import { useRows, useSession } from '../../storage/queries'
import { Mark, type MarkShape, type MarkTone } from '../../ui/mark'
import { useMinute } from '../../view-state/clock'
import { paths } from '../../view-state/paths'
import { useExitReading } from '../../view-state/use-exit-reading'
import { useInTurns } from '../../view-state/use-in-turns'
import { useWaitingNotes } from '../../view-state/use-shift-notes'
import { useStandupLine } from '../../view-state/use-standup-line'
import { useTriageRounds } from '../../view-state/use-triage-rounds'
import { useZone } from '../../view-state/use-zone'
import styles from './today.module.css'
import { useToldForecast } from './use-told-forecast'

interface DayLine {
  readonly text: string
  readonly href: string
  readonly tone: MarkTone
  readonly shape: MarkShape
}

/** What of the team's day wants somebody now; nothing where nothing does. */
export function DayLines({ isCounted }: { readonly isCounted: boolean }) {
  const lines = [
    ...useNoteLines(),
    ...useStandupLines(),
    ...useRoundLines(),
    ...useBulletinLines(),
    ...useAdoptionLines(),
    ...useExitLines(),
    ...useForecastLines(isCounted),
  ]
  if (lines.length === 0) return null
  return (
    <ul className={styles.day} aria-label="The team's day">
      {lines.map(({ text, href, tone, shape }) => (
        <li key={text}>
          <Link href={href} className={styles.dayLine}>
            <Mark tone={tone} shape={shape} label={text} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

function useNoteLines(): DayLine[] {
  const waiting = useWaitingNotes()
  if (waiting === 0) return []
  const text =
    waiting === 1 ? 'A hand-over note waits to be read' : `${waiting} hand-over notes wait to be read`
  return [{ text, href: paths.shiftNotes, tone: 'warning', shape: 'half' }]
}

function useStandupLines(): DayLine[] {
  const zone = useZone()
  const line = useStandupLine()
  if (!line) return []
  const time = formatInstant(line.at, zone).slice(-5)
  const href = paths.standups
  switch (line.state) {
    case 'on':
      return [{ text: 'The standup goes on', href, tone: 'accent', shape: 'half' }]
    case 'missed':
      return [{ text: `Standup of ${time} not held`, href, tone: 'warning', shape: 'triangle' }]
    case 'ahead':
      return [{ text: `Standup at ${time}`, href, tone: 'neutral', shape: 'ring' }]
  }
}

function useRoundLines(): DayLine[] {
  return useTriageRounds().flatMap(({ time, state }): DayLine[] => {
    const href = paths.triage
    if (state === 'due') return [{ text: `Triage of ${time} is due`, href, tone: 'accent', shape: 'half' }]
    return state === 'missed'
      ? [{ text: `Triage of ${time} missed`, href, tone: 'warning', shape: 'triangle' }]
      : []
  })
}

function useBulletinLines(): DayLine[] {
  const zone = useZone()
  const minute = useMinute()
  const sendings = [...useRows('bulletinSending').values()]
  const owed = overdueBulletins(useRows('audience').values(), sendings, minute, zone)
  return owed.map(({ name, dueAt }) => {
    const text = `Bulletin to ${name} was due ${formatShortInstant(dueAt, zone, minute)}`
    return { text, href: paths.bulletins, tone: 'warning', shape: 'half' }
  })
}

function useAdoptionLines(): DayLine[] {
  const open = openConcerns(useRows('adoptionConcern').values(), useMinute())
  if (open.length === 0) return []
  const unowned = open.filter(({ values }) => !values.owner).length
  const text = `${open.length} ${open.length === 1 ? 'concern' : 'concerns'} about adoption`
  return unowned > 0
    ? [{ text: `${text}, ${unowned} nobody has`, href: paths.adoption, tone: 'warning', shape: 'triangle' }]
    : [{ text, href: paths.adoption, tone: 'neutral', shape: 'ring' }]
}

function useForecastLines(isCounted: boolean): DayLine[] {
  const { replica } = useSession()
  const told = useToldForecast(isCounted)
  if (!told || replica.rows('issue').size === 0) return []
  // Its place is kept: a board that moved down later would be clicked in the wrong place.
  if (told === 'coming')
    return [{ text: 'Exit forecast follows', href: paths.forecast, tone: 'neutral', shape: 'ring' }]
  const { text, isOver } = told
  return [
    { text, href: paths.forecast, tone: isOver ? 'warning' : 'neutral', shape: isOver ? 'triangle' : 'ring' },
  ]
}

function useExitLines(): DayLine[] {
  const reading = useExitReading()
  const card = useInTurns(
    useCallback(
      function* (): Generator<void, Scorecard | undefined> {
        return reading && (yield* scorecardInSteps(reading, reading.now))
      },
      [reading],
    ),
  )
  if (!card || reading?.start === undefined || reading.start > reading.now) return []
  const { met, criteria, ready } = card
  const text = ready ? 'Ready for the exit' : `Exit: ${met} of ${criteria.length} criteria met`
  return [{ text, href: paths.exit, tone: ready ? 'ok' : 'neutral', shape: ready ? 'tick' : 'half' }]
}
