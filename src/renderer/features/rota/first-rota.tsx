import { engagementKey } from '@domain/model/engagement'
import { firstRota } from '@domain/rotation/first-rota'
import { dayOf } from '@domain/time/zone'
import { useLocation } from 'wouter'
import { useRow, useRows } from '../../storage/queries'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { now } from '../../view-state/clock'
import { paths } from '../../view-state/paths'
import { shortcuts } from '../../view-state/shortcuts'
import { useAct } from '../../view-state/use-act'
import { runShortcut, useShortcut } from '../../view-state/use-shortcuts'
import { useZone } from '../../view-state/use-zone'

export interface FirstRotaProps {
  readonly canWrite: boolean
}

/** No rota yet: one key makes one of the roles that people have. */
export function FirstRota({ canWrite }: FirstRotaProps) {
  const people = useRows('person')
  const engagement = useRow('engagement', engagementKey)?.values ?? {}
  const zone = useZone()
  const act = useAct()
  const [, navigate] = useLocation()
  const isEmpty = [...people.values()].every(({ values }) => values.removed)
  const make = () => {
    const newKey = () => crypto.randomUUID()
    void act(firstRota({ people: people.values(), engagement, zone, today: dayOf(now(), zone), newKey }))
  }
  useShortcut('rotaFirst', make, canWrite && !isEmpty)
  return (
    <EmptyState
      title="No rota yet"
      actions={
        isEmpty ? (
          <Button tone="primary" onClick={() => navigate(paths.settingsSection('people'))}>
            Add people
          </Button>
        ) : (
          <>
            <Button tone="primary" keys={shortcuts.rotaFirst.keys} disabled={!canWrite} onClick={make}>
              Make one from people’s roles
            </Button>
            <Button keys={shortcuts.rotaAdd.keys} disabled={!canWrite} onClick={() => runShortcut('rotaAdd')}>
              Add a rotation
            </Button>
          </>
        )
      }
    >
      {isEmpty
        ? 'A rota needs people. An import adds those it meets; others are added by hand.'
        : 'Each role then goes round weekly among those who have it, in support hours; on call at all hours. Everything can be changed afterwards, and undone.'}
    </EmptyState>
  )
}
