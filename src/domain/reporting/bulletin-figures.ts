import { type AudienceReading, addressesOf } from './bulletin-reading'
import { type FigureRow, shareText } from './figure'
import { type FigureDefinition, inputOf, percent } from './figure-definition'
import type { WeekReading } from './week-reading'

type CommunicationFigure = FigureDefinition<WeekReading>

const week = 'in the seven days before the data was taken'

/** Whether users hear what they need to hear, and in time. */
export const bulletinFigures: readonly CommunicationFigure[] = [
  {
    id: 'bulletins-sent-in-week',
    label: 'Bulletins sent in seven days',
    unit: 'bulletins',
    definition: `Bulletins that were marked as sent ${week}, to any audience.`,
    formula: 'count of bulletins with sent time in the last seven days',
    measure: ({ bulletins }) => sendings(bulletins.audiences.flatMap(({ sent }) => sent)),
  },
  {
    id: 'bulletins-on-time-in-week',
    label: 'Bulletins on time',
    unit: 'percent',
    isHeadline: true,
    rowsAre: 'sources',
    definition: `How often, of the times at which an audience was to be told ${week}, a bulletin had gone out on that day by then. Days and times are those that the audience has now.`,
    formula:
      'count of due times with a bulletin sent on the same day, not later ÷ count of due times (audiences that waited are listed first)',
    measure: ({ bulletins }) => {
      const due = bulletins.audiences.flatMap(({ due }) => due)
      const kept = due.flatMap(({ sentBy }) => sentBy ?? [])
      const waited = bulletins.audiences.filter(({ due }) => due.some(({ sentBy }) => !sentBy))
      return {
        value: percent(kept.length, due.length),
        display: shareText(kept.length, due.length),
        issues: [],
        others: [
          ...waited.map(({ row }): FigureRow => ({ entity: 'audience', key: row.key })),
          ...sendings(kept).others,
        ],
        inputs: [inputOf('Due times kept', kept.length), inputOf('Due times', due.length)],
      }
    },
  },
  {
    id: 'issues-told-open',
    label: 'Open issues that users were told of',
    unit: 'issues',
    definition: 'Open issues of which a bulletin to any audience has told, at any time.',
    formula: 'count of open issues told of in a bulletin sent',
    measure: ({ bulletins: { told } }) => ({ value: told.length, issues: told }),
  },
  {
    id: 'issues-told-with-workaround',
    label: 'Told with a workaround',
    unit: 'percent',
    isHeadline: true,
    rowsAre: 'sources',
    definition:
      'For how many of the open issues that users were told of they have a workaround in their own words. The workaround is the one written now.',
    formula: 'count of open issues told of with a public workaround ÷ count of open issues told of',
    measure: ({ bulletins: { told, helped } }) => ({
      value: percent(helped.length, told.length),
      display: shareText(helped.length, told.length),
      issues: helped,
      inputs: [inputOf('With a public workaround', helped.length), inputOf('Told of', told.length)],
    }),
  },
  {
    id: 'bulletin-reach-in-week',
    label: 'Addresses reached',
    unit: 'addresses',
    rowsAre: 'sources',
    definition: `Different addresses to which the bulletins sent ${week} went. An address may stand for many people; bulletins without addresses went out by another way and tell none.`,
    formula: 'count of different addresses of bulletins sent; none where no bulletin names any',
    measure: ({ bulletins }) => {
      const sent = bulletins.audiences.flatMap(({ sent }) => sent)
      const addressed = sent.filter((sending) => addressesOf([sending]).size > 0)
      return {
        ...sendings(addressed),
        value: addressed.length === 0 ? null : addressesOf(addressed).size,
        inputs: [
          inputOf('Bulletins sent', sent.length),
          inputOf('Of these with addresses', addressed.length),
        ],
      }
    },
  },
]

/** How often each audience was told. */
export function audienceFigures({ bulletins }: WeekReading): CommunicationFigure[] {
  return bulletins.audiences.map(({ row, name }, place) => ({
    id: `bulletins-audience-${place + 1}-in-week`,
    label: `Bulletins in seven days: ${name}`,
    unit: 'bulletins',
    definition: `Bulletins that were marked as sent to this audience ${week}.`,
    formula: 'count of bulletins to this audience with sent time in the last seven days',
    measure: (reading) => sendings(ofAudience(reading, row.key)?.sent ?? []),
  }))
}

const ofAudience = ({ bulletins }: WeekReading, key: string) =>
  bulletins.audiences.find(({ row }) => row.key === key)

function sendings(sent: AudienceReading['sent']) {
  const others = sent.map(({ key }): FigureRow => ({ entity: 'bulletinSending', key }))
  return { value: sent.length, issues: [], others }
}
