import { countOf, type FigureDefinition, inputOf } from './figure-definition'
import { isDeclinedLately, isNew, isResolvedLately, severityMove } from './issue-picks'
import type { Period } from './period'
import { type IssueReading, isOpenNow, wasOpenBefore } from './reading'

/** What came, went and changed within a period. */
export function moveFigures({ id, suffix, lately, span }: Period): FigureDefinition[] {
  const within = `in the ${span} before the data was taken`
  return [
    {
      id: `open-change-${id}`,
      label: `Change in open issues ${suffix}`,
      unit: 'issues',
      rowsAre: 'sources',
      definition: `How many more (or, negative, fewer) issues are open than ${span} before.`,
      formula: `count of issues open now − count of issues open ${span} before`,
      measure: ({ moved }) => ({
        value: count(moved, isOpenNow) - count(moved, wasOpenBefore),
        issues: moved.filter((issue) => isOpenNow(issue) !== wasOpenBefore(issue)),
        inputs: [
          inputOf(
            'Came to be open',
            moved.filter((issue) => isOpenNow(issue) && !wasOpenBefore(issue)).length,
          ),
          inputOf(
            'Came to an end',
            moved.filter((issue) => !isOpenNow(issue) && wasOpenBefore(issue)).length,
          ),
        ],
      }),
    },
    countOf({
      isHeadline: true,
      id: `new-${id}`,
      label: `New ${suffix}`,
      definition: `Issues raised ${within}, by the time their source gives.`,
      formula: `count of issues with raised time ${lately}`,
      among: 'moved',
      picks: isNew,
    }),
    countOf({
      isHeadline: true,
      id: `resolved-${id}`,
      label: `Resolved ${suffix}`,
      definition: `Issues that were resolved or closed ${within}, and still are.`,
      formula: `count of issues resolved or closed, whose last end is ${lately}`,
      among: 'moved',
      picks: isResolvedLately,
    }),
    countOf({
      id: `declined-${id}`,
      label: `Declined or duplicate ${suffix}`,
      definition: `Issues that ended without a resolution ${within}.`,
      formula: `count of issues declined or duplicate, whose last end is ${lately}`,
      among: 'moved',
      picks: isDeclinedLately,
    }),
    countOf({
      id: `reopened-${id}`,
      label: `Reopened or returned ${suffix}`,
      definition: `Issues that came back, or whose fix failed its retest, ${within}.`,
      formula: `count of issues that went from an ended status to an open one, or to returned, ${lately}`,
      among: 'moved',
      picks: (issue) => issue.reopened,
    }),
    countOf({
      id: `severity-raised-${id}`,
      label: `Severity raised ${suffix}`,
      definition: `Open issues that are more severe now than ${span} before.`,
      formula: `count of open issues with severity now < severity ${span} before (1 is the most severe)`,
      among: 'moved',
      picks: (issue) => severityMove(issue) < 0,
    }),
    countOf({
      id: `severity-lowered-${id}`,
      label: `Severity lowered ${suffix}`,
      definition: `Open issues that are less severe now than ${span} before.`,
      formula: `count of open issues with severity now > severity ${span} before (1 is the most severe)`,
      among: 'moved',
      picks: (issue) => severityMove(issue) > 0,
    }),
  ]
}

function count(issues: readonly IssueReading[], picks: (issue: IssueReading) => boolean): number {
  let found = 0
  for (const issue of issues) if (picks(issue)) found++
  return found
}
