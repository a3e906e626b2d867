import type { Severity } from '../model/issue'
import { ownerAt, promisedAt } from '../triage/as-of'
import { countOf, type FigureDefinition, inputOf, openMeans, percent } from './figure-definition'
import { ageInDays, isSevere, isWaitingForDecision } from './issue-picks'
import { type IssueReading, isOpenNow } from './reading'

const dayLength = 24 * 60 * 60_000

/** What is open, by severity. */
export const openFigures: readonly FigureDefinition[] = [
  countOf({
    id: 'open',
    isHeadline: true,
    label: 'Open issues',
    definition: `Issues on which somebody still has work to do. ${openMeans}`,
    formula: 'count of issues that are open',
    among: 'open',
    picks: () => true,
  }),
  openOfSeverity(1),
  openOfSeverity(2),
  openOfSeverity(3),
  openOfSeverity(null),
]

/** Where the work stands: the same whichever period a report is about. */
export const standingFigures: readonly FigureDefinition[] = [
  countOf({
    id: 'untriaged',
    isHeadline: true,
    label: 'Not triaged yet',
    definition: 'Open issues that nobody has triaged: their status is still new.',
    formula: 'count of issues with status new',
    among: 'open',
    picks: (issue) => issue.now.status === 'new',
  }),
  countOf({
    id: 'without-owner',
    isHeadline: true,
    label: 'Without an owner',
    definition: `Open issues that no person owns. ${openMeans}`,
    formula: 'count of open issues with no owner',
    among: 'open',
    picks: (issue, { asOf }) => !ownerAt(issue.row, asOf),
  }),
  countOf({
    id: 'on-hold',
    label: 'On hold',
    definition: 'Open issues that wait for a user, a vendor or a decision.',
    formula: 'count of issues with status on hold',
    among: 'open',
    picks: (issue) => issue.now.status === 'on-hold',
  }),
  {
    id: 'decisions-needed',
    isHeadline: true,
    label: 'Decisions needed',
    unit: 'decisions',
    definition: 'Decisions asked for and not made yet, and issues on hold until somebody decides.',
    formula: 'count of decisions needed + count of issues on hold with the reason decision',
    measure: ({ decisionsNeeded, open }) => {
      const issues = open.filter(isWaitingForDecision)
      const others = decisionsNeeded.map(({ key }) => ({ entity: 'decision', key }))
      return {
        value: others.length + issues.length,
        issues,
        others,
        inputs: [
          inputOf('Decisions needed', others.length),
          inputOf('On hold for a decision', issues.length),
        ],
      }
    },
  },
  countOf({
    id: 'update-overdue',
    isHeadline: true,
    label: 'Update overdue',
    definition: 'Open issues whose next update was due before the data was taken.',
    formula: 'count of open issues with next update due < data as of',
    among: 'open',
    picks: (issue, { asOf }) => (promisedAt(issue.row, asOf) ?? Infinity) < asOf,
  }),
  countOf({
    id: 'severe-without-workaround',
    isHeadline: true,
    label: 'Severity 1 and 2 without a workaround',
    definition: 'Open issues of severity 1 or 2 for which no workaround has been written down.',
    formula: 'count of open issues with severity 1 or 2 and no workaround',
    among: 'open',
    picks: (issue) => isSevere(issue) && !issue.row.values.workaround?.trim(),
  }),
  {
    id: 'oldest-open-days',
    label: 'Age of the oldest open issue',
    unit: 'days',
    rowsAre: 'sources',
    definition: 'Whole days since the issue that has been open the longest was raised.',
    formula: 'greatest of (data as of − raised time) over open issues, in whole days',
    measure: ({ open, asOf }) => {
      const oldest = open.reduce<IssueReading | undefined>(
        (oldest, issue) => (oldest && oldest.raised <= issue.raised ? oldest : issue),
        undefined,
      )
      const inputs = [inputOf('Open issues', open.length)]
      return oldest
        ? { value: ageInDays(oldest, asOf), issues: [oldest], inputs }
        : { value: null, issues: [], inputs }
    },
  },
  {
    id: 'median-days-to-resolve',
    isHeadline: true,
    label: 'Median time to resolve',
    unit: 'days',
    rowsAre: 'sources',
    definition: 'Half of the resolved issues took no longer than this from being raised to being resolved.',
    formula: 'median of (resolved time − raised time) over issues resolved or closed, in days',
    measure: ({ resolved }) => {
      const days = resolved.map((issue) => ((issue.ended ?? 0) - issue.raised) / dayLength)
      return { value: median(days), issues: resolved, inputs: [inputOf('Issues resolved', resolved.length)] }
    },
  },
  {
    id: 'training-gap-share',
    isHeadline: true,
    label: 'Training gaps among classified issues',
    unit: 'percent',
    rowsAre: 'sources',
    definition: 'How many of the issues that have been given a class are training gaps rather than faults.',
    formula: 'count of issues with class training gap ÷ count of issues with any class',
    measure: ({ issues }) => {
      const classified = issues.filter((issue) => Boolean(issue.row.values.class))
      const gaps = classified.filter((issue) => issue.row.values.class === 'training-gap')
      return {
        value: percent(gaps.length, classified.length),
        issues: gaps,
        inputs: [inputOf('Training gaps', gaps.length), inputOf('Issues with a class', classified.length)],
      }
    },
  },
  {
    id: 'steady-state-alone-share',
    isHeadline: true,
    label: 'Resolved by steady-state support alone',
    unit: 'percent',
    rowsAre: 'sources',
    definition: 'How many of the resolutions that say who brought them about needed nobody from the project.',
    formula:
      'count of resolved issues with rescue steady-state alone ÷ count of resolved issues with any rescue',
    measure: ({ resolved }) => {
      const told = resolved.filter((issue) => Boolean(issue.row.values.rescue))
      const alone = told.filter((issue) => issue.row.values.rescue === 'steady-state-alone')
      return {
        value: percent(alone.length, told.length),
        issues: alone,
        inputs: [
          inputOf('Resolved by steady-state alone', alone.length),
          inputOf('Resolutions that say by whom', told.length),
          inputOf('Resolved, not told by whom', resolved.length - told.length),
        ],
      }
    },
  },
  countOf({
    id: 'raised',
    label: 'Raised in all',
    definition: 'Every issue raised so far, whatever became of it. Removed issues do not count.',
    formula: 'count of issues with raised time ≤ data as of',
    among: 'issues',
    picks: () => true,
  }),
  countOf({
    id: 'ended',
    label: 'Ended in all',
    definition: 'Issues that are resolved, closed, declined or a duplicate.',
    formula: 'count of issues that are not open',
    among: 'issues',
    picks: (issue) => !isOpenNow(issue),
  }),
  {
    id: 'laptops-not-heard',
    label: 'Laptops not heard of',
    unit: 'laptops',
    definition:
      'Other laptops of this engagement whose latest changes are not among these figures: nothing was heard of them for more than a day, or they have told of changes that have not arrived here. Retired laptops do not count.',
    formula:
      'count of other laptops in use with last word < data as of − 24 hours, or with changes told of − changes here > 0',
    measure: ({ unheard }) => ({
      value: unheard.laptops.length,
      issues: [],
      others: unheard.laptops.map(({ laptop }) => ({ entity: 'laptop', key: laptop })),
    }),
  },
]

/** The figure that counts what is open of a severity. */
export function openFigureId(severity: Severity | null): string {
  return `open-severity-${severity ?? 'unset'}`
}

function openOfSeverity(severity: Severity | null): FigureDefinition {
  return countOf({
    id: openFigureId(severity),
    isHeadline: true,
    label: severity === null ? 'Open without a severity' : `Open severity ${severity}`,
    definition:
      severity === null
        ? `Open issues that nobody has given a severity yet. ${openMeans}`
        : `Open issues whose current severity is ${severity}. ${openMeans}`,
    formula: `count of open issues with severity ${severity ?? 'not set'}`,
    among: 'open',
    picks: (issue) => issue.now.severity === severity,
  })
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = new Float64Array(values).sort()
  const middle = sorted.length >>> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}
