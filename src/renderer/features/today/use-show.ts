import type { NextStep } from '@domain/today/board'
import type { IssueFigure } from '@domain/today/issue-figure'
import { useLocation } from 'wouter'
import { useSession } from '../../storage/queries'
import { issueListOf } from '../../view-state/issue-list'
import { paths } from '../../view-state/paths'

export interface Show {
  /** Lists the issues of a figure, and no other. */
  figure(figure: IssueFigure, at: number): void
  issue(key: string): void
  step(step: NextStep, at: number): void
}

export function useShow(): Show {
  const { id } = useSession()
  const [, navigate] = useLocation()
  const show: Show = {
    figure({ title, keys }, at) {
      issueListOf(id)
        .getState()
        .showOnly({ title, at, keys: () => keys })
      navigate(paths.issues)
    },
    issue: (key) => navigate(paths.issue(key)),
    step({ opens }, at) {
      if (opens.kind === 'issues') show.figure(opens.figure, at)
      else if (opens.kind === 'issue') show.issue(opens.key)
      else navigate(paths[opens.kind])
    },
  }
  return show
}
