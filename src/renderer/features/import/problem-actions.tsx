import type { ExportColumn } from '@domain/exporting/column'
import { csvPieces } from '@domain/exporting/csv'
import { useState } from 'react'
import type { ImportLine, ImportPreview } from '../../storage/import-session'
import { saveFile } from '../../storage/save-file'
import { Button } from '../../ui/button'
import { toast } from '../../ui/toast'
import type { ImportFlow } from './import-flow'
import styles from './screen.module.css'

type Problem = Extract<ImportLine, { kind: 'problem' }>

const columns: readonly ExportColumn<Problem>[] = [
  { id: 'record', label: 'Record', kind: 'number', width: 10, read: ({ record }) => record },
  { id: 'column', label: 'Column', kind: 'text', width: 24, read: ({ column }) => column },
  { id: 'reason', label: 'Why it cannot be read', kind: 'text', width: 80, read: ({ reason }) => reason },
]

export interface ProblemActionsProps {
  readonly flow: ImportFlow
  readonly preview: ImportPreview
  /** Name of the file that was read. */
  readonly file: string
}

/** Takes the list of what could not be read to whoever can mend it at the source. */
export function ProblemActions({ flow, preview, file }: ProblemActionsProps) {
  const [pending, setPending] = useState(false)

  async function save() {
    setPending(true)
    try {
      const name = await saveFile(`${file} - not read.csv`, 'csv', async () => {
        const lines = await flow.lines('quarantined', 0, preview.lists.quarantined)
        const problems = lines.filter((line) => line.kind === 'problem')
        const encoder = new TextEncoder()
        return csvPieces(columns, problems, 'UTC').map((piece) => encoder.encode(piece))
      })
      if (name !== undefined) toast({ text: `Saved ${name}`, tone: 'ok' })
    } catch (error) {
      toast({ text: error instanceof Error ? error.message : String(error), tone: 'danger' })
    } finally {
      setPending(false)
    }
  }

  return (
    <div className={styles.bar}>
      <p className={styles.quiet}>
        These records are left out; nothing else is held up by them. Mend them in the tracker and import
        again.
      </p>
      <Button icon="download" pending={pending} onClick={() => void save()}>
        Save this list…
      </Button>
    </div>
  )
}
