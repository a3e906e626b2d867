import { everyLine, type SaidLine } from '@domain/standup/lines'
import { useMemo } from 'react'
import { useRows, useVersion } from '../storage/queries'

/** Everything said at standups, and every action. */
export function useSaidLines(): readonly SaidLine[] {
  const notes = useRows('standupNote')
  const actions = useRows('action')
  const decisions = useRows('decision')
  const version = useVersion('standupNote', 'action', 'decision')
  return useMemo(() => {
    void version
    return everyLine({ notes, actions, decisions })
  }, [notes, actions, decisions, version])
}
