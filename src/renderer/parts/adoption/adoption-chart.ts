import type { MarkedData, PlaceMark } from '../../charts/marked-bars'

/** A day as chart and table show it. */
export interface AdoptionDay {
  readonly label: string
  readonly active: number
  readonly licensed: number | null
  readonly incidents: number
  readonly patches: readonly string[]
}

/** People active by day, under those who could be, with what happened. */
export function adoptionChart(days: readonly AdoptionDay[]): MarkedData {
  const last = days.at(-1)
  const of = last?.licensed == null ? '' : ` of ${last.licensed} licensed`
  return {
    title: 'People active by day',
    description: last
      ? `${last.active}${of} on ${last.label}. The table below has the numbers, and what happened on each day.`
      : 'Nothing is known yet.',
    labels: days.map(({ label }) => label),
    series: [{ name: 'Active', values: days.map(({ active }) => active) }],
    level: { name: 'Licensed', values: days.map(({ licensed }) => licensed) },
    signs: [
      { shape: 'triangle', name: 'Severity 1–2 raised' },
      { shape: 'diamond', name: 'Patch shipped' },
    ],
    marks: days.flatMap(({ label, incidents, patches }, place) => {
      const marks: PlaceMark[] = []
      if (incidents > 0)
        marks.push({ place, shape: 'triangle', hint: `${label}: ${incidents} of severity 1–2 raised` })
      if (patches.length > 0)
        marks.push({ place, shape: 'diamond', hint: `${label}: ${patches.join(', ')} shipped` })
      return marks
    }),
  }
}
