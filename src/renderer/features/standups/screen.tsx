import { Redirect, useRoute } from 'wouter'
import { paths } from '../../view-state/paths'
import { AllStandups } from './all-standups'
import { Sheet } from './sheet'
import { useStandups } from './use-standups'

/** All standups, or one of them: the round that is going on, or the minutes of one that was held. */
export default function StandupsScreen() {
  const [isOne, params] = useRoute(`${paths.standups}/:day`)
  const standups = useStandups()
  if (!isOne) return <AllStandups standups={standups} />
  const record = standups.records.find(({ day }) => day === params.day)
  return record ? (
    <Sheet key={record.key} record={record} standups={standups} />
  ) : (
    <Redirect to={paths.standups} replace />
  )
}
