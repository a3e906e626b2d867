import { formatInstant } from '../time/format'
import { trainingWords } from '../training/commands'
import { type AudienceReading, addressesOf, toldIn } from './bulletin-reading'
import { clip } from './clip'
import { shareText } from './figure'
import type { FigureSummary } from './figures'
import { numberText } from './number-text'
import { titleOf } from './pack-parts'
import type { ActionReading, GapReading } from './training-reading'
import type { WeekReading } from './week-reading'
import type { WeeklyPack } from './weekly-pack'

/** How many lines, and how much of a text, find room in a report. */
const room = { audiences: 12, gaps: 10, actions: 12, title: 120, name: 60 }

type Communication = WeeklyPack['communication']

/** What users were told, what they keep asking, and what is done so that they need not, in words. */
export function communicationOf(
  week: WeekReading,
  figures: readonly FigureSummary[],
  told: readonly string[],
): Communication {
  const { bulletins, training } = week
  return {
    figures: told.flatMap((id) => {
      const figure = figures.find((other) => other.id === id)
      return figure ? [{ label: figure.label, display: figure.display }] : []
    }),
    audiences: {
      count: bulletins.audiences.length,
      lines: bulletins.audiences
        .slice(0, room.audiences)
        .map((audience, place) => audienceLine(audience, place, week)),
    },
    gaps: {
      count: training.gaps.length,
      lines: training.gaps.slice(0, room.gaps).map(gapLine),
    },
    actions: {
      count: training.actions.length,
      lines: training.actions.slice(0, room.actions).map((action, place) => actionLine(action, place, week)),
    },
  }
}

function audienceLine(
  { name, sent, due, lastAt }: AudienceReading,
  place: number,
  { zone }: WeekReading,
): Communication['audiences']['lines'][number] {
  const addresses = addressesOf(sent).size
  return {
    rank: place + 1,
    name: clip(name, room.name),
    sent: sent.length,
    onTime: due.length === 0 ? 'none due' : shareText(due.filter(({ sentBy }) => sentBy).length, due.length),
    told: new Set(sent.flatMap(({ values }) => toldIn(values))).size,
    addresses: addresses === 0 ? 'not known' : numberText(addresses),
    last: lastAt === undefined ? 'never yet' : formatInstant(lastAt, zone),
  }
}

function gapLine(
  { cluster, issues, actions }: GapReading,
  place: number,
): Communication['gaps']['lines'][number] {
  const [first] = issues
  // What is still to be done says more than what was done before they asked again.
  const action = actions.find(({ state }) => state !== 'done') ?? actions[0]
  return {
    rank: place + 1,
    title: first ? titleOf(first.row, room.title) : '',
    component: clip(first?.row.values.component ?? '', room.name),
    asked: cluster.issues.length,
    lately: cluster.lately,
    action: action ? clip(action.title, room.title) : null,
  }
}

const stateWords: Readonly<Record<ActionReading['state'], string>> = {
  overdue: 'Overdue',
  open: 'Open',
  done: 'Done',
}

function actionLine(
  { row, title, state, effect }: ActionReading,
  place: number,
  { nameOfPerson }: WeekReading,
): Communication['actions']['lines'][number] {
  const { kind, owner } = row.values
  const rate = (perWeek: number | undefined) => (perWeek === undefined ? '' : numberText(perWeek, 1))
  return {
    rank: place + 1,
    title: clip(title, room.title) || 'Untitled action',
    kind: trainingWords[kind ?? 'session'],
    state: stateWords[state],
    owner: owner ? clip(nameOfPerson(owner), room.name) : null,
    before: rate(effect?.before.perWeek),
    after: effect?.isEarly ? 'too early' : rate(effect?.after.perWeek),
  }
}
