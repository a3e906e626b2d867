import type { DateOrder } from '@domain/importing/dates/date-text'
import type { AdoptionFileKind } from '@domain/model/adoption'
import { formatDay } from '@domain/time/format'
import type { AdoptionPreview } from '../../storage/adoption-import'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { DescriptionList, DescriptionRow } from '../../ui/description-list'
import styles from './adoption.module.css'

const mostShown = 100
const numbers = new Intl.NumberFormat('en-GB')

const kindWords: Readonly<Record<AdoptionFileKind, string>> = {
  'sign-ins': 'Login history',
  licences: 'List of licensed users',
  usage: 'Figures of use',
}

export interface ImportPreviewProps {
  readonly preview: AdoptionPreview
  readonly onAnswer: (order: DateOrder) => void
}

/** What a file would bring, what it leaves out, and what it leaves open. */
export function ImportPreview({ preview, onAnswer }: ImportPreviewProps) {
  const { name, kind, records, people, from, to, questions, quarantined, notes } = preview
  if (questions.length > 0) return <Question preview={preview} onAnswer={onAnswer} />
  return (
    <>
      <DescriptionList>
        <DescriptionRow name="File">{`${name}: ${kindWords[kind]}, ${numbers.format(records)} rows`}</DescriptionRow>
        {people > 0 && <DescriptionRow name="People">{numbers.format(people)}</DescriptionRow>}
        {from && to && (
          <DescriptionRow name="Days">{`${formatDay(from)} to ${formatDay(to)}`}</DescriptionRow>
        )}
        <DescriptionRow name="News">{newsText(preview)}</DescriptionRow>
        <DescriptionRow name="Left out">{leftOutText(preview)}</DescriptionRow>
      </DescriptionList>
      {notes.map((note) => (
        <p key={note} className={styles.quiet}>
          {note}
        </p>
      ))}
      {quarantined.length > 0 && (
        <section>
          <h3 className={styles.heading}>Could not be read: {numbers.format(quarantined.length)}</h3>
          <ul className={styles.unread}>
            {quarantined.slice(0, mostShown).map(({ record, column, reason }) => (
              <li key={record}>
                Row {numbers.format(record)}
                {column && `, ${column}`}: {reason}.
              </li>
            ))}
          </ul>
          {quarantined.length > mostShown && (
            <p className={styles.quiet}>and {numbers.format(quarantined.length - mostShown)} more</p>
          )}
        </section>
      )}
    </>
  )
}

function Question({ preview: { questions }, onAnswer }: ImportPreviewProps) {
  const columns = questions.map(({ column }) => `“${column}”`).join(', ')
  const examples = questions.flatMap(({ examples }) => examples).join(', ')
  return (
    <>
      <Banner tone="warning">
        Dates in {columns} could mean two different days: {examples}. Nothing is guessed and nothing is stored
        until it is answered.
      </Banner>
      <div className={styles.buttons}>
        <Button onClick={() => onAnswer('dmy')}>Day first</Button>
        <Button onClick={() => onAnswer('mdy')}>Month first</Button>
      </div>
    </>
  )
}

function newsText({ kind, created, updated, unchanged }: AdoptionPreview): string {
  const what = kind === 'licences' ? 'licensed users' : 'days'
  if (created + updated === 0) return 'Nothing: all of it is known already'
  return `${numbers.format(created)} ${what} new, ${numbers.format(updated)} changed, ${numbers.format(unchanged)} known already`
}

function leftOutText({ leftOut: { failed, api, integration } }: AdoptionPreview): string {
  const parts = [
    failed > 0 && `${numbers.format(failed)} failed`,
    api > 0 && `${numbers.format(api)} by API`,
    integration > 0 && `${numbers.format(integration)} of integrations`,
  ].filter(Boolean)
  return parts.length === 0 ? 'Nothing' : parts.join(', ')
}
