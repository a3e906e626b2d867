import { personKeyFromName } from '@domain/model/person'
import type { Calendar } from '@domain/rotation/calendar'
import { shiftRoles } from '@domain/rotation/shift'
import { isDay } from '@domain/time/day'
import { request } from '../../app/bridge'
import { sendPieces } from '../../storage/backup'
import type { OpenEngagement } from '../../storage/open-engagement'
import { rotaCalendarFile } from '../../storage/rota-calendar'
import { CommandFailure } from '../failure'
import { type Command, choiceOption, inEngagement, neededOption, type Options, textOption } from '../run'

/** Writes the shifts of all, of a role or of a person as a calendar file. */
export const exportRota: Command = (run) =>
  inEngagement(run, async (session) => {
    const { options, workspace, progress } = run
    neededOption(options, 'ics')
    const calendar = calendarOf(options, session)
    const until = textOption(options, 'until')
    if (until !== undefined && !isDay(until))
      throw new CommandFailure('bad-option', `--until takes a day such as 2026-11-27; not “${until}”.`)
    const question = { calendar, until, now: workspace.now(), laptop: workspace.laptop }
    const { bytes, events, changed, cancelled } = await rotaCalendarFile(session, question, ({ step }) =>
      progress(step),
    )
    const { handle } = await request('headless.beginFile', { option: 'ics' })
    await sendPieces(handle, [bytes])
    return { events, changed, cancelled, bytes: bytes.length }
  })

function calendarOf(options: Options, { replica }: OpenEngagement): Calendar {
  const role = choiceOption(options, 'role', shiftRoles)
  const wanted = textOption(options, 'person')
  if (role && wanted !== undefined)
    throw new CommandFailure('bad-option', 'Give --person or --role, not both: a calendar is of one of them.')
  if (role) return { kind: 'role', role }
  if (wanted === undefined) return { kind: 'all' }
  const isWanted = (name: string | null | undefined) =>
    Boolean(name) && personKeyFromName(name ?? '') === personKeyFromName(wanted)
  const found = [...replica.rows('person').values()].filter(
    ({ key, values }) =>
      values.removed !== true && (key === wanted || isWanted(values.name) || isWanted(values.email)),
  )
  const [person] = found
  if (!person)
    throw new CommandFailure('no-such-person', `Nobody here has the key, name or e-mail address “${wanted}”.`)
  if (found.length > 1)
    throw new CommandFailure(
      'several-people',
      `“${wanted}” is the name of ${found.length} people. Give the key of one: ${found.map(({ key }) => key).join(', ')}.`,
    )
  return { kind: 'person', person: person.key }
}
