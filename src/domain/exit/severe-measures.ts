import { numberText } from '../reporting/number-text'
import { counted } from '../reporting/words'
import { sortedPlaces } from '../triage/sliced-sort'
import { daysOn, daysPassed } from './day-lengths'
import { evidenceOf } from './evidence'
import { type BecameSevere, isWithdrawn, type SevereMoment, type SevereSpell } from './issue-facts'
import { type Asked, latest, type Measure, stateOf } from './measure'

const howWords: Readonly<Record<BecameSevere, string>> = {
  raised: 'Raised as severity',
  graver: 'Raised to severity',
  back: 'Came back with severity',
}
const howText = ({ how, severity }: SevereMoment) => `${howWords[how]} ${severity}`

/** No issue has become one of severity 1 or 2 for so many days: none was raised, made graver, or came back. */
export function noNewSevere({ reading, at, terms, zone, start, since }: Asked): Measure {
  const counts = (moment: SevereMoment) => moment.at >= start && !isWithdrawn(moment.issue, at)
  const last = reading.severe.last(at, counts)
  const from = last?.at ?? start
  const days = daysPassed(from, at, zone)
  const earliest = daysOn(from, terms.days, zone)
  const isMet = at >= earliest
  return {
    state: stateOf(isMet),
    value: days,
    actual: `${counted(days, 'day')} ${last ? 'without one' : 'since the start'}`,
    *evidence() {
      const tell = (moment: SevereMoment) => ({ issue: moment.issue, at: moment.at, note: howText(moment) })
      const within = yield* evidenceOf(reading.severe.within(since, at), (moment) =>
        counts(moment) ? tell(moment) : undefined,
      )
      return within.length > 0 || !last ? within.reverse() : [tell(last)]
    },
    reset: () => last && { at: last.at, how: howText(last), issue: last.issue },
    earliest: () => (isMet ? undefined : earliest),
  }
}

/** No severity 1 is open, and no more of severity 2 than agreed. */
export function openSevere({ reading, at, terms }: Asked): Measure {
  const open = reading.open.at(at)
  const gravest = open.filter(({ severity }) => severity === 1)
  const isMet = gravest.length === 0 && open.length <= terms.threshold
  return {
    state: stateOf(isMet),
    value: open.length,
    actual: `${numberText(gravest.length)} of severity 1, ${numberText(open.length - gravest.length)} of severity 2`,
    *evidence() {
      const places = yield* sortedPlaces(open.length, (left, right) => {
        const [one, other] = [open[left] as SevereSpell, open[right] as SevereSpell]
        return one.severity - other.severity || one.from - other.from || left - right
      })
      return yield* evidenceOf([...places], (place) => {
        const { issue, severity, from } = open[place] as SevereSpell
        return { issue, at: from, note: `Open with severity ${severity}` }
      })
    },
    reset: () => {
      const last = isMet ? undefined : latest(gravest.length > 0 ? gravest : open, ({ from }) => from)
      return last && { at: last.from, how: `Open with severity ${last.severity}`, issue: last.issue }
    },
    earliest: () => (isMet ? undefined : at),
  }
}
