import { clockWords } from '../clocks/clock-words'
import type { Figure, FigureInput } from '../reporting/figure'
import { openMeans } from '../reporting/figure-definition'
import { numberText } from '../reporting/number-text'
import { formatInstant } from '../time/format'
import type { TodayBoard } from './board'
import type { IssueFigure } from './issue-figure'

interface Told {
  readonly id: string
  readonly label: string
  readonly definition: string
  readonly formula: string
  readonly counted: IssueFigure | undefined
  readonly inputs?: readonly FigureInput[]
}

type Change = TodayBoard['changes'][number]['change']

/** What the numbers of what changed mean; all of them by when it became known on this laptop. */
const changeMeans: Readonly<Record<Change, readonly [label: string, definition: string, formula: string]>> = {
  new: ['New', 'Issues that nobody here knew of before.', 'first known'],
  resolved: [
    'Resolved',
    'Issues that are resolved or closed now and were not before.',
    'resolved or closed now, and not then; known',
  ],
  returned: [
    'Returned',
    'Issues whose fix failed its retest: their status is returned now and was not before.',
    'with status returned now, and not then; known',
  ],
  raised: [
    'Severity raised',
    'Issues that are more severe now than they were.',
    'with severity now < severity then (1 is the most severe); known',
  ],
  reassigned: [
    'Reassigned',
    'Issues with another owner than they had.',
    'with owner now ≠ owner then; known',
  ],
  commented: ['Commented', 'Issues on which a comment came to be known.', 'with a comment known'],
  mentioned: ['Mentions you', 'Issues of which a text or comment names you with @.', 'naming you; known'],
}

/** The numbers that only the first screen has, explained from the board that it draws. */
export function boardFigures(board: TodayBoard): Figure[] {
  const { asOf, zone, since, clocks, inbox, failedRetests, changes } = board
  const open = { name: 'Open issues', value: numberText(board.open.keys.length) }
  const told: Told[] = [
    {
      id: 'past-target',
      label: 'Past their target',
      definition: `Open issues with at least one clock past its target. ${openMeans}`,
      formula: 'count of open issues with a running clock whose due time ≤ data as of',
      counted: clocks?.breached,
      inputs: (clocks?.breachedByKind ?? []).map(({ kind, keys }) => ({
        name: `Clock: ${clockWords[kind].toLowerCase()}`,
        value: numberText(keys.length),
      })),
    },
    {
      id: 'due-soon',
      label: 'Due within the hour',
      definition: 'Open issues with a clock that reaches its target within the next sixty minutes.',
      formula: 'count of open issues with data as of < due time ≤ data as of + 1 hour',
      counted: clocks?.soon,
    },
    {
      id: 'inbox',
      label: 'In the inbox',
      definition:
        'What waits for somebody to look at it: new issues, returned ones, and those whose hold is over.',
      formula: 'count of new issues + count of returned issues + count of issues whose hold is over',
      counted: inbox.all,
      inputs: [
        { name: 'New', value: numberText(inbox.new.keys.length) },
        { name: 'Returned', value: numberText(inbox.returned.keys.length) },
        { name: 'Hold is over', value: numberText(inbox.holdOver.keys.length) },
      ],
    },
    {
      id: 'inbox-returned',
      label: 'In the inbox: returned',
      definition: 'Issues whose fix failed its retest and that nobody has taken up again.',
      formula: 'count of issues with status returned',
      counted: inbox.returned,
    },
    {
      id: 'inbox-hold-over',
      label: 'In the inbox: hold is over',
      definition: 'Issues on hold past the time until which they were to wait.',
      formula: 'count of issues with status on hold and hold until ≤ data as of',
      counted: inbox.holdOver,
    },
    {
      id: 'failed-retests',
      label: 'Fixes that failed their retest',
      definition: 'Issues that came back from a retest of a patch and are still returned.',
      formula: 'count of issues with status returned and a retest that failed',
      counted: failedRetests,
    },
    ...changes.map((figure): Told => {
      const [label, definition, formula] = changeMeans[figure.change]
      return {
        id: `changed-${figure.change}`,
        label: `Changed: ${label.toLowerCase()}`,
        definition: `${definition} Counted since you last said that you have seen everything, or else over a day; news is what became known since.`,
        formula: `count of issues ${formula} after ${formatInstant(since, zone)}`,
        counted: figure,
        inputs: [{ name: 'Since', value: formatInstant(since, zone) }],
      }
    }),
  ]
  return told.flatMap(({ id, label, definition, formula, counted, inputs = [open] }): Figure[] => {
    if (!counted) return []
    const keys = [...new Set(counted.keys)]
    return [
      {
        id: `today-${id}`,
        label,
        value: keys.length,
        unit: 'issues',
        display: numberText(keys.length),
        definition,
        formula,
        inputs: [...inputs, { name: 'Data as of', value: formatInstant(asOf, zone) }],
        rowsAre: 'counted',
        rows: keys.map((key) => ({ entity: 'issue', key })),
        asOf,
      },
    ]
  })
}
