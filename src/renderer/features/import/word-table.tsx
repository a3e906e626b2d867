import type { ColumnMapping } from '@domain/importing/mapping'
import type { WordToSettle } from '../../storage/import-session'
import { Select } from '../../ui/select'
import { settleWord } from './change-mapping'
import styles from './column-table.module.css'
import { counted, formatCount, meaningOptions, targetLabel } from './words'

export interface WordTableProps {
  readonly words: readonly WordToSettle[]
  readonly mapping: ColumnMapping
  readonly onMap: (mapping: ColumnMapping) => void
}

const kept = { value: '', label: 'Not known: kept as it came' } as const

/** Words of the tracker that are not known here, and what somebody says they mean. */
export function WordTable({ words, mapping, onMap }: WordTableProps) {
  if (words.length === 0) return null
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>Words that are not known here</th>
          <th>How often</th>
          <th>Means</th>
        </tr>
      </thead>
      <tbody>
        {words.map(({ target, header, word, count }) => (
          <tr key={`${target} ${word}`}>
            <td className={styles.header}>{word}</td>
            <td className={styles.examples}>
              {formatCount(count)} × in {header}
            </td>
            <td className={styles.target}>
              <Select
                label={`${targetLabel(target)} meant by ${word}, ${counted(count, 'record')}`}
                hideLabel
                options={[kept, ...meaningOptions[target]]}
                value={String(mapping.values[target]?.[word] ?? '')}
                onChange={(meaning) => onMap(settleWord(mapping, target, word, meaning))}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
