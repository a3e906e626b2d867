import type { Row } from '@domain/merge/row'
import type { Rotation } from '@domain/model/entities'
import { changeRotation, endRotation } from '@domain/rotation/rotation-commands'
import { usableZone } from '@domain/time/zone'
import { refused } from '@domain/triage/plan'
import { useMemo, useState } from 'react'
import { Banner } from '../../ui/banner'
import { DateField } from '../../ui/date-field'
import { RadioGroup } from '../../ui/radio-group'
import { now } from '../../view-state/clock'
import { useRota } from '../../view-state/use-rota'
import { ChangeDialog } from './change-dialog'
import styles from './dialogs.module.css'
import { PlanFields } from './plan-fields'
import { draftOf, type PlanForm, planFrom } from './plan-form'

const ways = [
  { value: 'from', label: 'From a time on' },
  { value: 'temporary', label: 'For a while' },
  { value: 'end', label: 'It ends' },
] as const
type Way = (typeof ways)[number]['value']

export interface PlanDialogProps {
  readonly rotation: Row<Rotation>
  readonly onClose: () => void
}

/** Changes a rotation from a time on, for a while, or ends it. What has been stays as it was. */
export default function PlanDialog({ rotation, onClose }: PlanDialogProps) {
  const { rota, tables } = useRota()
  const zone = usableZone(rotation.values.zone)
  const [way, setWay] = useState<Way>('from')
  const [form, setForm] = useState<PlanForm | undefined>(() =>
    planFrom(rotation, tables.rotationPlan.values(), rota, now()),
  )
  const plan = useMemo(() => {
    if (!form) return refused('Its plan has not arrived here yet.')
    if (way === 'end') return endRotation(rotation, form.from, tables.rotationPlan.values(), now())
    const draft = draftOf(form, way === 'temporary')
    if (!draft) return refused('The hours or the time of the hand-over cannot be read.')
    return changeRotation(rotation, draft, tables.rotationPlan.values(), now())
  }, [rotation, form, way, tables])

  return (
    <ChangeDialog
      title={`Change ${rotation.values.name || 'a rotation'}`}
      plan={plan}
      confirm={way === 'end' ? 'End it' : 'Change it'}
      onClose={onClose}
    >
      {!form && <Banner tone="info">Its plan is still to come from another laptop.</Banner>}
      {form && (
        <>
          <RadioGroup label="When" options={ways} value={way} onChange={setWay} />
          <div className={styles.pair}>
            <DateField
              label={way === 'end' ? 'It runs up to' : 'From'}
              time
              zone={zone}
              value={form.from}
              onChange={(from) => setForm({ ...form, from })}
            />
            {way === 'temporary' && (
              <DateField
                label="Up to"
                time
                zone={zone}
                value={form.until}
                onChange={(until) => setForm({ ...form, until })}
              />
            )}
          </div>
          {way !== 'end' && <PlanFields form={form} zone={zone} onChange={setForm} />}
        </>
      )}
    </ChangeDialog>
  )
}
