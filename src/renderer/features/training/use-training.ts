import { engagementKey } from '@domain/model/engagement'
import { type QuestionCluster, questionClusters } from '@domain/training/clusters'
import { actionsInOrder } from '@domain/training/commands'
import { allQuestions, type Effect, effectOf, type TrainingActionRow } from '@domain/training/effect'
import { KnownWords } from '@domain/training/known-words'
import { useCallback, useMemo, useState } from 'react'
import { useRow, useRows, useVersion } from '../../storage/queries'
import { useMinute } from '../../view-state/clock'
import { useInTurns } from '../../view-state/use-in-turns'

const hour = 3_600_000

/** What people keep asking; undefined until all questions have been compared once. */
export function useClusters(): readonly QuestionCluster[] | undefined {
  const [words] = useState(() => new KnownWords())
  const issues = useRows('issue')
  const version = useVersion('issue')
  // What is of late changes by days: comparing every question each minute would be for nothing.
  const at = Math.ceil(useMinute() / hour) * hour
  return useInTurns(
    useCallback(() => {
      void version
      return questionClusters(issues.values(), at, words)
    }, [issues, version, at, words]),
  )
}

export interface ActionLine {
  readonly action: TrainingActionRow
  readonly effect: Effect | undefined
}

/** What is done about it, with what it changed; undefined until the questions have been read once. */
export function useActions(): readonly ActionLine[] | undefined {
  const [words] = useState(() => new KnownWords())
  const issues = useRows('issue')
  const version = useVersion('issue')
  const actions = useRows('trainingAction')
  const actionVersion = useVersion('trainingAction')
  const goLiveAt = useRow('engagement', engagementKey)?.values.goLiveAt
  const minute = useMinute()
  const effects = useInTurns(
    useCallback(
      function* () {
        void version
        void actionVersion
        const questions = yield* allQuestions(issues.values())
        const found = new Map<string, Effect | undefined>()
        for (const action of actions.values())
          found.set(action.key, yield* effectOf(action, questions, minute, goLiveAt, words))
        return found
      },
      [issues, version, actions, actionVersion, goLiveAt, minute, words],
    ),
  )
  return useMemo(() => {
    void actionVersion
    if (!effects) return undefined
    return actionsInOrder(actions.values()).map((action) => ({ action, effect: effects.get(action.key) }))
  }, [actions, actionVersion, effects])
}
