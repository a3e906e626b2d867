import type { FileSummary } from '../../storage/import-session'
import { Button } from '../../ui/button'
import { Select } from '../../ui/select'
import { shortcuts } from '../../view-state/shortcuts'
import styles from './file-facts.module.css'
import type { ImportFlow, Reviewing } from './import-flow'
import { counted, delimiterLabel, encodingOptions, sourceOptions } from './words'

const dateOrderOptions = [
  { value: 'dmy', label: 'Day first' },
  { value: 'mdy', label: 'Month first' },
  { value: 'ymd', label: 'Year first' },
] as const

export interface FileFactsProps {
  readonly flow: ImportFlow
  readonly stage: Reviewing
}

/** What was found in the file, and what of it a person can say better. */
export function FileFacts({ flow, stage: { file, mapping } }: FileFactsProps) {
  const hasOldEncoding = file.encoding !== null && (file.encodingTold || !file.encoding.startsWith('utf-'))
  const facts = [
    counted(file.records, 'record'),
    hasOldEncoding ? undefined : file.encoding?.toUpperCase(),
    file.delimiter === null ? undefined : `separated by ${delimiterLabel(file.delimiter)}`,
  ]
  const why = file.detected.source === mapping.source ? file.detected.why : 'Chosen by you.'
  return (
    <div className={styles.facts}>
      <div className={styles.fact}>
        <span className={styles.label}>File</span>
        <span className={styles.value}>{facts.filter(Boolean).join(', ')}</span>
        <Button tone="quiet" keys={shortcuts.chooseFile.keys} onClick={() => void flow.choose()}>
          Choose another…
        </Button>
      </div>
      {file.sheets.length > 1 && file.sheet !== null && (
        <Select
          label="Sheet"
          className={styles.choice}
          options={file.sheets.map((value) => ({ value, label: value }))}
          value={file.sheet}
          onChange={(sheet) => void flow.chooseSheet(sheet)}
        />
      )}
      {hasOldEncoding && (
        <Select
          label="Letters"
          className={styles.choice}
          options={encodingOptions(file.encoding)}
          value={file.encoding}
          {...encodingHint(file)}
          onChange={(encoding) => void flow.chooseEncoding(encoding)}
        />
      )}
      <Select
        label="Comes from"
        className={styles.choice}
        options={sourceOptions}
        value={mapping.source}
        hint={why}
        onChange={(source) => void flow.chooseSource(source)}
      />
      {mapping.dateOrder && (
        <Select
          label="Dates such as 04/05/26"
          className={styles.choice}
          options={dateOrderOptions}
          value={mapping.dateOrder}
          {...(file.remembered && file.mapping.dateOrder === mapping.dateOrder && { hint: 'As last time' })}
          onChange={(dateOrder) => void flow.map({ ...mapping, dateOrder })}
        />
      )}
      {file.remembered && (
        <p className={styles.remembered}>
          Columns as last time, when a file with the same ones was imported.
        </p>
      )}
    </div>
  )
}

function encodingHint({ encoding, encodingAssumed, mapping }: FileSummary): { hint?: string } {
  if (mapping.encoding !== undefined && mapping.encoding === encoding) return { hint: 'As last time' }
  return encodingAssumed ? { hint: 'Assumed: others are as likely' } : {}
}
