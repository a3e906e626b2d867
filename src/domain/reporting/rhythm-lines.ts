import { exposureOf, gradeWords, riskStatusWords } from '../registers/risks'
import { formatDay } from '../time/format'
import { dayOf } from '../time/zone'
import { clip } from './clip'
import type { FigureSummary } from './figures'
import type { Reading } from './reading'
import type { WeeklyPack } from './weekly-pack'

/** How many lines, and how much of a text, find room in a report. */
const room = { risks: 10, decisions: 8, actions: 12, title: 120, text: 200, name: 60 }

/** Risks, decisions made and actions, in words. */
export function rhythmOf(
  reading: Reading,
  figures: readonly FigureSummary[],
  told: readonly string[],
): WeeklyPack['rhythm'] {
  const { rhythm, zone, nameOfPerson, asOf } = reading
  const today = dayOf(asOf, zone)
  const nameOf = (key: string | null | undefined) => (key ? clip(nameOfPerson(key), room.name) : null)
  return {
    figures: told.flatMap((id) => {
      const figure = figures.find((other) => other.id === id)
      return figure ? [{ label: figure.label, display: figure.display }] : []
    }),
    risks: {
      count: rhythm.risks.length,
      lines: rhythm.risks.slice(0, room.risks).map(({ values }) => {
        const exposure = exposureOf(values)
        return {
          title: clip(values.title || 'Untitled risk', room.title),
          exposure: exposure ? gradeWords[exposure] : 'Not graded',
          status: riskStatusWords[values.status ?? 'open'],
          mitigation: clip(values.mitigation ?? '', room.text),
          owner: nameOf(values.owner),
        }
      }),
    },
    made: {
      count: rhythm.decisionsMade.length,
      lines: rhythm.decisionsMade.slice(0, room.decisions).map(({ values }) => ({
        title: clip(values.title || 'Untitled decision', room.title),
        outcome: clip(values.outcome ?? '', room.text),
        day: values.madeAt == null ? '' : formatDay(dayOf(values.madeAt, zone)),
      })),
    },
    actions: {
      count: rhythm.overdue.length,
      lines: rhythm.overdue.slice(0, room.actions).map(({ values }) => ({
        text: clip(values.text ?? '', room.title),
        owner: nameOf(values.owner),
        due: formatDay(values.dueOn ?? today),
      })),
    },
  }
}
