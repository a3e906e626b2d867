import { greatestTrendLimits, usualTrendLimits } from '@domain/adoption/trend-limits'
import { LimitFields } from './limit-fields'

const wordings = [
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

const limits = wordings.map(({ name, ...words }) => ({
  ...words,
  field: `trend.${name}` as const,
  usual: usualTrendLimits[name],
  greatest: greatestTrendLimits[name],
}))

/** From when on the use of the system is a concern. */
export function TrendsSection() {
  return <LimitFields limits={limits} />
}
