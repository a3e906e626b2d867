import { builtIns } from '../exit/criteria'
import { type CriterionReading, notBefore, stateWords } from '../exit/scorecard'
import { formatInstant } from '../time/format'
import { clip } from './clip'
import { nameOf } from './pack-parts'
import type { WeekReading } from './week-reading'
import type { WeeklyPack } from './weekly-pack'

/** How many criteria, and how much of a text, find room in a report. */
const room = { criteria: 24, title: 120, text: 200 }

/** The exit scorecard in words: every criterion, what took it back and when it can be met. */
export function exitOf({ exit, zone }: WeekReading): WeeklyPack['exit'] {
  const { criteria, met, ready, leftOut } = exit
  const earliest = notBefore(exit, exit.asOf)
  const wait = earliest === undefined ? '' : ` Not before ${formatInstant(earliest, zone)}.`
  return {
    summary: ready
      ? `All ${criteria.length} exit criteria are met.`
      : `${met} of ${criteria.length} exit criteria are met.${wait}`,
    leftOut: leftOut.map((builtIn) => builtIns[builtIn].title).join(', '),
    count: criteria.length,
    lines: criteria.slice(0, room.criteria).map((criterion) => lineOf(criterion, exit, zone)),
  }
}

function lineOf(
  criterion: CriterionReading,
  { told, asOf }: WeekReading['exit'],
  zone: string,
): WeeklyPack['exit']['lines'][number] {
  const { id, builtIn, title, state, wanted, actual, row } = criterion
  const reset = criterion.reset()
  const earliest = notBefore(criterion, asOf)
  const evidence = row?.values.evidence
  return {
    id,
    title: clip(builtIn ? title : told(title) || 'Untitled', room.title),
    state,
    stateWord: stateWords[state],
    wanted,
    actual: evidence ? `${actual}: ${clip(told(evidence), room.text)}` : actual,
    reset: reset
      ? `${reset.issue ? `${told(nameOf(reset.issue.row))}: ` : ''}${reset.how}, ${formatInstant(reset.at, zone)}`
      : '',
    earliest: earliest === undefined ? '' : formatInstant(earliest, zone),
  }
}
