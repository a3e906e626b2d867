import type { ValuesOf } from '@domain/model/entities'
import { NumberField } from '../../../ui/number-field'
import styles from '../settings.module.css'
import { useEngagementEdit } from '../use-edit'

type LimitField = Exclude<
  Extract<keyof ValuesOf<'engagement'>, `limit.${string}` | `trend.${string}`>,
  'limit.onCallCounts'
>

export interface Limit {
  readonly field: LimitField
  readonly label: string
  readonly unit: string
  readonly hint: string
  readonly usual: number
  readonly greatest: number
}

/** Limits of the engagement, each the usual one until somebody sets it. */
export function LimitFields({ limits }: { readonly limits: readonly Limit[] }) {
  const { values, readOnly, set } = useEngagementEdit()
  return (
    <div className={styles.fields}>
      {limits.map(({ field, label, unit, hint, usual, greatest }) => (
        <NumberField
          key={field}
          label={label}
          unit={unit}
          hint={`${hint} Usually ${usual}.`}
          max={greatest}
          value={values[field] ?? usual}
          readOnly={readOnly}
          onCommit={(value) =>
            set(field, value, label, value === null ? 'the usual' : `${value} ${unit}`.trim())
          }
        />
      ))}
    </div>
  )
}
