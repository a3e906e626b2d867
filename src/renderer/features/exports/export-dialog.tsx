import { engagementKey } from '@domain/model/engagement'
import { dayOf, usableZone } from '@domain/time/zone'
import { useEffect, useId, useRef, useState } from 'react'
import { type ExportFormat, issueFile } from '../../storage/export-issues'
import { useRow, useSession } from '../../storage/queries'
import { saveFile } from '../../storage/save-file'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ProgressBar } from '../../ui/progress-bar'
import { RadioGroup } from '../../ui/radio-group'
import { toast } from '../../ui/toast'
import { now } from '../../view-state/clock'
import { Cancelled, type Progress } from '../../workers/rpc'
import styles from './export-dialog.module.css'

const formats = [
  { value: 'xlsx', label: 'Excel', hint: 'dates as dates, ready to filter' },
  { value: 'csv', label: 'CSV', hint: 'any program; formulas made harmless' },
  { value: 'json', label: 'JSON', hint: 'for scripts; times as instants' },
] as const satisfies readonly { value: ExportFormat; label: string; hint: string }[]

const widths = [
  { value: 'all', label: 'All columns', hint: 'with long texts and imported columns' },
  { value: 'shown', label: 'Those shown', hint: 'in the order of the list' },
] as const

const numbers = new Intl.NumberFormat('en-GB')

export interface ExportDialogProps {
  /** Keys of the issues picked out of the list; often none. */
  readonly picked: readonly string[]
  /** Keys of the issues as the list shows them, in its order. */
  readonly shown: readonly string[]
  /** Ids of the columns as the list shows them, in its order. */
  readonly columns: readonly string[]
  /** Number of all issues. */
  readonly total: number
  readonly onClose: () => void
}

/** Takes issues out as a file: which ones, in which format, where to. */
export default function ExportDialog({ picked, shown, columns, total, onClose }: ExportDialogProps) {
  const form = useId()
  const { id } = useSession()
  const engagement = useRow('engagement', engagementKey)?.values
  const [scope, setScope] = useState<'picked' | 'shown' | 'all'>(picked.length > 0 ? 'picked' : 'shown')
  const [width, setWidth] = useState<'all' | 'shown'>('all')
  const [format, setFormat] = useState<ExportFormat>('xlsx')
  const [progress, setProgress] = useState<Progress | undefined>(undefined)
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const stop = useRef(new AbortController())
  useEffect(() => () => stop.current.abort(), [])

  async function save() {
    const at = now()
    const keys = { picked, shown, all: null }[scope]
    const day = dayOf(at, usableZone(engagement?.zone))
    let clipped = 0
    stop.current = new AbortController()
    setProblem(undefined)
    try {
      const name = await saveFile(`${engagement?.name ?? ''} issues ${day}.${format}`, format, async () => {
        setProgress({ step: 'Reading the issues', done: 0, total: 0 })
        const wanted = {
          engagement: id,
          keys,
          columns: width === 'shown' ? columns : null,
          format,
          now: at,
        }
        const file = await issueFile(wanted, setProgress, stop.current.signal)
        clipped = file.clippedCells
        setProgress({ step: 'Saving', done: 0, total: 0 })
        return file.pieces
      })
      setProgress(undefined)
      if (name === undefined) return
      toast({ text: savedText(name, clipped), tone: 'ok' })
      onClose()
    } catch (error) {
      setProgress(undefined)
      if (!(error instanceof Cancelled)) setProblem(error instanceof Error ? error.message : String(error))
    }
  }

  const scopes = [
    ...(picked.length > 0
      ? [{ value: 'picked' as const, label: `The ${numbers.format(picked.length)} picked` }]
      : []),
    {
      value: 'shown' as const,
      label: `The ${numbers.format(shown.length)} shown`,
      hint: 'in the order of the list',
    },
    { value: 'all' as const, label: `All ${numbers.format(total)}` },
  ]
  const count = { picked: picked.length, shown: shown.length, all: total }[scope]
  return (
    <Dialog
      title="Export issues"
      onClose={onClose}
      actions={
        !progress && (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button tone="primary" type="submit" form={form} icon="download" disabled={count === 0}>
              Export {numbers.format(count)}…
            </Button>
          </>
        )
      }
    >
      <form
        id={form}
        className={styles.body}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {problem && <Banner tone="danger">{problem}</Banner>}
        {progress ? (
          <ProgressBar
            label={progress.step}
            done={progress.done}
            total={progress.total || undefined}
            onCancel={() => stop.current.abort()}
          />
        ) : (
          <>
            <RadioGroup label="Which issues" options={scopes} value={scope} onChange={setScope} />
            <RadioGroup label="Which columns" options={widths} value={width} onChange={setWidth} />
            <RadioGroup label="As" options={formats} value={format} onChange={setFormat} />
          </>
        )}
      </form>
    </Dialog>
  )
}

function savedText(name: string, clipped: number): string {
  if (clipped === 0) return `Saved ${name}`
  const cells = clipped === 1 ? '1 text was' : `${numbers.format(clipped)} texts were`
  return `Saved ${name}. ${cells} too long for a spreadsheet cell and cut there; CSV and JSON have them whole.`
}
