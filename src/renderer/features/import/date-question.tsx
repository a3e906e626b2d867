import type { Question } from '@domain/importing/draft'
import type { DateOrder } from '../../storage/import-session'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { shortcuts } from '../../view-state/shortcuts'
import { useShortcut } from '../../view-state/use-shortcuts'
import styles from './date-question.module.css'
import { readIn } from './read-both-ways'

export interface DateQuestionProps {
  /** One for each column whose dates could be two different days. */
  readonly questions: readonly Question[]
  readonly onAnswer: (order: DateOrder) => void
}

/** Asks which number is the day, with dates of the file read both ways. One answer holds for the whole file. */
export function DateQuestion({ questions, onAnswer }: DateQuestionProps) {
  useShortcut('dayFirst', () => onAnswer('dmy'))
  useShortcut('monthFirst', () => onAnswer('mdy'))
  const columns = questions.map(({ column }) => `“${column}”`)
  const examples = [...new Set(questions.flatMap((question) => question.examples))].slice(0, 6)
  return (
    <section className={styles.question} aria-labelledby="date-question">
      <h2 id="date-question" className={styles.title}>
        <Icon name="calendar" /> Which number is the day?
      </h2>
      <p className={styles.text}>
        Dates in {new Intl.ListFormat('en-GB').format(columns)} could mean two different days. Nothing is
        guessed: look at a few, and choose once for the whole file.
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>As written</th>
            <th>With the day first</th>
            <th>With the month first</th>
          </tr>
        </thead>
        <tbody>
          {examples.map((example) => (
            <tr key={example}>
              <td className={styles.written}>{example}</td>
              <td>{readIn('dmy', example) ?? <NoDate />}</td>
              <td>{readIn('mdy', example) ?? <NoDate />}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            <td>
              <Button keys={shortcuts.dayFirst.keys} onClick={() => onAnswer('dmy')}>
                Day first
              </Button>
            </td>
            <td>
              <Button keys={shortcuts.monthFirst.keys} onClick={() => onAnswer('mdy')}>
                Month first
              </Button>
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

function NoDate() {
  return <span className={styles.none}>no such date, the row would be set aside</span>
}
