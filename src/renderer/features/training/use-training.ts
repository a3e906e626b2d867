import { engagementKey } from '@domain/model/engagement'
import { type QuestionCluster, questionClusters } from '@domain/training/clusters'
import { actionsInOrder } from '@domain/training/commands'
import { allQuestions, type Effect, effectOf, type TrainingActionRow } from '@domain/training/effect'
import { useCallback, useMemo } from 'react'
import { useRow, useRows, useVersion } from '../../storage/queries'
import { useMinute } from '../../view-state/clock'
import { useInTurns } from '../../view-state/use-in-turns'

const hour = 3_600_000

/** What people keep asking; undefined until all questions have been compared once. */
export function useClusters(): readonly QuestionCluster[] | undefined {
  const issues = useRows('issue')
  const version = useVersion('issue')
  // What is of late changes by days: comparing every question each minute would be for nothing.
  const at = Math.ceil(useMinute() / hour) * hour
  return useInTurns(
    useCallback(() => {
      void version
      return questionClusters(issues.values(), at)
    }, [issues, version, at]),
  )
}

export interface ActionLine {
  readonly action: TrainingActionRow
  readonly effect: Effect | undefined
}

/** What is done about it, with what it changed; undefined until the questions have been read once. */
export function useActions(): readonly ActionLine[] | undefined {
  const issues = useRows('issue')
  const version = useVersion('issue')
  const actions = useRows('trainingAction')
  const actionVersion = useVersion('trainingAction')
  const goLiveAt = useRow('engagement', engagementKey)?.values.goLiveAt
  const minute = useMinute()
  const questions = useInTurns(
    useCallback(() => {
      void version
      return allQuestions(issues.values())
    }, [issues, version]),
  )
  return useMemo(() => {
    void actionVersion
    if (!questions) return undefined
    return actionsInOrder(actions.values()).map((action) => ({
      action,
      effect: effectOf(action, questions, minute, goLiveAt),
    }))
  }, [actions, actionVersion, questions, minute, goLiveAt])
}
