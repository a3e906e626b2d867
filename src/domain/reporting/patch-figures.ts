import { isBoarding } from '../patches/patch-state'
import { noData, shareText } from './figure'
import { type FigureDefinition, inputOf, percent } from './figure-definition'
import { numberText } from './number-text'
import { type PatchReading, readyFor } from './patch-reading'
import type { Period } from './period'
import type { IssueReading, Reading } from './reading'
import { percentile } from './service-levels'

const dayLength = 24 * 60 * 60_000

/** What goes live together, whether it works, and how long that takes. */
export function patchFigures({ id, suffix, lately, span }: Period): FigureDefinition[] {
  const within = `in the ${span} before the data was taken`
  return [
    {
      id: 'fixes-waiting',
      label: 'Fixes waiting for a patch',
      unit: 'issues',
      definition: 'Issues whose fix is ready and that are on no patch still to be shipped.',
      formula: 'count of issues with status fix ready and no patch planned or in test',
      measure: (reading) => {
        const riding = new Set(
          reading.patches.flatMap(({ now, riders }) => (isBoarding(now.state) ? riders : [])),
        )
        const issues = reading.open.filter((issue) => issue.now.status === 'fix-ready' && !riding.has(issue))
        return { value: issues.length, issues }
      },
    },
    {
      id: 'retests-waiting',
      label: 'Retests to be done',
      unit: 'issues',
      definition: 'Issues whose fix went live with a patch and that nobody has retested yet.',
      formula: 'count of retests without result or excuse, of patches shipped and not confirmed',
      measure: ({ patches }) => {
        const issues = patches
          .filter(({ now }) => now.state === 'shipped')
          .flatMap(({ retests }) => retests.filter(({ standing }) => standing === 'waiting'))
          .map(({ issue }) => issue)
        return { value: issues.length, issues }
      },
    },
    stepped('shipped', `Patches shipped ${suffix}`, `Patches that went live ${within}.`),
    stepped(
      'rolled-back',
      `Patches rolled back ${suffix}`,
      `Patches that were taken out of the system again ${within}.`,
    ),
    {
      id: 'failed-retest-share',
      label: 'Failed retests',
      unit: 'percent',
      isHeadline: true,
      rowsAre: 'sources',
      definition: 'How many of the retests that were judged so far found that the fix does not work.',
      formula: 'count of retests failed ÷ count of retests passed or failed',
      measure: ({ patches }) => {
        const judged = patches.flatMap(({ retests }) => retests).filter(({ standing }) => isJudged(standing))
        const failed = judged.filter(({ standing }) => standing !== 'passed')
        return {
          value: percent(failed.length, judged.length),
          display: shareText(failed.length, judged.length),
          issues: failed.map(({ issue }) => issue),
          inputs: [inputOf('Retests failed', failed.length), inputOf('Retests judged', judged.length)],
        }
      },
    },
    leadTime('median', 50, 'Half of the confirmed fixes'),
    leadTime('ninth', 90, 'Nine in ten of the confirmed fixes'),
  ]

  function stepped(state: 'shipped' | 'rolled-back', label: string, definition: string): FigureDefinition {
    return {
      id: `patches-${state}-${id}`,
      label,
      unit: 'patches',
      definition,
      formula: `count of patches that became ${state.replace('-', ' ')} ${lately}`,
      measure: ({ patches, since }) => {
        const found = patches.filter(({ phases }) =>
          phases.some((phase) => phase.state === state && phase.from > since),
        )
        return {
          value: found.length,
          issues: [],
          others: found.map(({ row }) => ({ entity: 'patch', key: row.key })),
          inputs: [inputOf('Patches', patches.length)],
        }
      },
    }
  }
}

const isJudged = (standing: string) => standing !== 'waiting' && standing !== 'excused'

function leadTime(id: string, rank: number, who: string): FigureDefinition {
  return {
    id: `fix-lead-time-${id}`,
    label: `Fix ready to confirmed, ${rank === 50 ? 'median' : '90th percentile'}`,
    unit: 'days',
    rowsAre: 'sources',
    ...(rank === 50 && { isHeadline: true }),
    definition: `${who} took no longer than this from being ready, for the last time before their patch went live, to the patch being confirmed.`,
    formula: `${rank === 50 ? 'median' : '90th percentile'} (nearest rank) of (patch confirmed − fix ready) over retests passed or excused, in days`,
    measure: (reading) => {
      const timed = leadTimes(reading)
      const days = percentile(
        timed.map(({ days }) => days),
        rank,
      )
      const few = timed.length === 0 ? noData : `too few (${numberText(timed.length)})`
      return {
        value: days ?? null,
        ...(days === undefined && { display: few }),
        issues: timed.map(({ issue }) => issue),
        inputs: [inputOf('Confirmed fixes timed', timed.length)],
      }
    },
  }
}

function leadTimes({ patches }: Reading): { readonly issue: IssueReading; readonly days: number }[] {
  return patches.flatMap((patch) => {
    const shipped = shippedIn(patch)
    if (patch.now.state !== 'confirmed' || shipped === undefined) return []
    return patch.retests
      .filter(({ standing }) => standing === 'passed' || standing === 'excused')
      .flatMap(({ issue }) => {
        const ready = readyFor(shipped, issue.phases)
        return ready === undefined ? [] : [{ issue, days: (patch.now.from - ready) / dayLength }]
      })
  })
}

const shippedIn = ({ phases }: PatchReading) => phases.findLast(({ state }) => state === 'shipped')?.from
