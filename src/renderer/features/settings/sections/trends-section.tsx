import { greatestTrendLimits, usualTrendLimits } from '@domain/adoption/trend-limits'
import { NumberField } from '../../../ui/number-field'
import styles from '../settings.module.css'
import { useEngagementEdit } from '../use-edit'

const limits = [
  {
    name: 'dropDeviations',
    label: 'A drop: usual deviations below the same weekday',
    unit: '',
    hint: 'How much the last four of the weekday differ from their median sets the measure.',
  },
  {
    name: 'dropPercent',
    label: 'A drop: at least below the median',
    unit: '%',
    hint: 'However little those days differ.',
  },
  {
    name: 'dropPeople',
    label: 'A drop: people fewer, at least',
    unit: 'people',
    hint: 'Days never repeat themselves to the person.',
  },
  {
    name: 'fadePercent',
    label: 'A decline: below the best week',
    unit: '%',
    hint: 'Where every week since the best one had fewer.',
  },
  {
    name: 'spikePercent',
    label: 'A best week: above the one before',
    unit: '%',
    hint: 'A best week that does not stand out declines from nothing.',
  },
  {
    name: 'smallestGroup',
    label: 'A silent group: licensed people, at least',
    unit: 'people',
    hint: 'A smaller group is silent when two are on leave.',
  },
] as const

/** From when on the use of the system is a concern. */
export function TrendsSection() {
  const { values, readOnly, set } = useEngagementEdit()
  return (
    <div className={styles.fields}>
      {limits.map(({ name, label, unit, hint }) => (
        <NumberField
          key={name}
          label={label}
          unit={unit}
          hint={`${hint} Usually ${usualTrendLimits[name]}.`}
          max={greatestTrendLimits[name]}
          value={values[`trend.${name}`] ?? usualTrendLimits[name]}
          readOnly={readOnly}
          onCommit={(value) =>
            set(`trend.${name}`, value, label, value === null ? 'the usual' : `${value} ${unit}`.trim())
          }
        />
      ))}
    </div>
  )
}
