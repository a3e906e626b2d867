import type { ColumnMapping } from '@domain/importing/mapping'
import { type Target, targets } from '@domain/importing/targets'
import type { ReactNode } from 'react'
import type { FileColumn, FileSummary } from '../../storage/import-session'
import { Badge } from '../../ui/badge'
import { Select } from '../../ui/select'
import { mapColumn } from './change-mapping'
import styles from './column-table.module.css'
import { counted, targetLabel } from './words'

export interface ColumnTableProps {
  readonly file: FileSummary
  readonly mapping: ColumnMapping
  readonly onMap: (mapping: ColumnMapping) => void
  /** Words of the columns that are still to be settled. */
  readonly words: ReactNode
}

type Choice = Target | 'keep'

const choices = [
  { value: 'keep', label: 'Keep as it came' } as const,
  ...targets.map((value) => ({ value, label: targetLabel(value) })),
] satisfies readonly { value: Choice; label: string }[]

/** Every column of the file: what is in it, and where it goes. */
export function ColumnTable({ file, mapping, onMap, words }: ColumnTableProps) {
  const feeds = ({ header }: FileColumn): Choice =>
    (Object.hasOwn(mapping.columns, header) ? mapping.columns[header] : null) ?? 'keep'
  const groups = [
    { title: 'Used', columns: file.columns.filter((column) => !['keep', 'ignore'].includes(feeds(column))) },
    { title: 'Kept as they came', columns: file.columns.filter((column) => feeds(column) === 'keep') },
    { title: 'Left out', columns: file.columns.filter((column) => feeds(column) === 'ignore') },
  ]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever scrolls with keys needs to get here
    <section className={styles.scroll} tabIndex={0} aria-label="Columns of the file">
      {words}
      <table className={styles.table}>
        <thead>
          <tr>
            <th>Column</th>
            <th>For example</th>
            <th>Goes to</th>
          </tr>
        </thead>
        {groups
          .filter(({ columns }) => columns.length > 0)
          .map(({ title, columns }) => (
            <tbody key={title}>
              <tr>
                <th colSpan={3} scope="rowgroup" className={styles.group}>
                  {title} <span className={styles.count}>{counted(columns.length, 'column')}</span>
                </th>
              </tr>
              {columns.map((column) => (
                <tr key={column.header}>
                  <td className={styles.header}>
                    {column.header}
                    {column.places > 1 && <span className={styles.count}> × {column.places}</span>}
                  </td>
                  <td className={styles.examples}>
                    {column.examples.length > 0 ? column.examples.join(' · ') : 'empty in every record'}
                  </td>
                  <td className={styles.target}>
                    <Select
                      label={`Where ${column.header} goes`}
                      hideLabel
                      options={choices}
                      value={feeds(column)}
                      onChange={(target) =>
                        onMap(mapColumn(mapping, column.header, target === 'keep' ? null : target))
                      }
                    />
                    {column.guessed && feeds(column) !== 'keep' && !file.remembered && (
                      <Badge>guessed from its values</Badge>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
      </table>
    </section>
  )
}
