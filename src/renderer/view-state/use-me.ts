import { personCalled } from '@domain/mentions/mentions'
import { useMemo } from 'react'
import { useRows, useVersion, useWorkspace } from '../storage/queries'

/** Key of the person who uses this laptop; undefined where nobody of the engagement has that name. */
export function useMe(): string | undefined {
  const { userName } = useWorkspace().settings
  const people = useRows('person')
  const version = useVersion('person')
  return useMemo(() => {
    void version
    return personCalled(userName, people.values())?.key
  }, [userName, people, version])
}
