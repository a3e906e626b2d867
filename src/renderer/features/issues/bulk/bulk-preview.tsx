import { type BulkPlan, toldFields } from '@domain/triage/bulk-edit'
import { fieldLabel, fieldText, type Telling } from '@domain/triage/issue-fields'
import { calledKey } from '@domain/triage/list-columns'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import { useWorkspace } from '../../../storage/queries'
import { RadioGroup } from '../../../ui/radio-group'
import { rowHeights } from '../../../ui/rows'
import { useTelling } from '../../../view-state/use-telling'
import styles from './bulk.module.css'

const numbers = new Intl.NumberFormat('en-GB')
const longestShown = 120
const parts = ['changing', 'staying', 'refused'] as const
type Part = (typeof parts)[number]
const words: Readonly<Record<Part, string>> = {
  changing: 'change',
  staying: 'are so already',
  refused: 'are refused and stay as they are',
}

/** What a plan would change and what not, issue by issue. */
export function BulkPreview({ plan }: { readonly plan: BulkPlan }) {
  const telling = useTelling()
  const [wanted, setWanted] = useState<Part>()
  const filled = parts.filter((part) => plan[part].length > 0)
  const part = filled.find((other) => other === wanted) ?? filled[0] ?? 'changing'
  return (
    <section className={styles.preview} aria-label="What happens">
      <RadioGroup
        label="What happens"
        hideLabel
        options={parts.map((value) => ({
          value,
          label: `${numbers.format(plan[value].length)} ${words[value]}`,
        }))}
        value={part}
        onChange={setWanted}
      />
      <Lines key={part} count={plan[part].length} lineAt={(index) => lineOf(plan, part, index, telling)} />
    </section>
  )
}

interface PreviewLine {
  readonly called: string
  readonly title: string
  readonly told: string
}

interface LinesProps {
  readonly count: number
  readonly lineAt: (index: number) => PreviewLine | undefined
}

function Lines({ count, lineAt }: LinesProps) {
  const pane = useRef<HTMLDivElement>(null)
  const rowHeight = rowHeights[useWorkspace().settings.density]
  const lines = useVirtualizer({
    count,
    getScrollElement: () => pane.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  })
  // Longer than what is in sight, so keys must scroll it.
  const scroller = { role: 'region', 'aria-label': 'Issues', tabIndex: 0 }
  return (
    <div {...scroller} ref={pane} className={styles.lines}>
      <ul style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map(({ index, start, size }) => {
          const line = lineAt(index)
          return (
            line && (
              <li
                key={index}
                aria-posinset={index + 1}
                aria-setsize={count}
                style={{ height: size, transform: `translateY(${start}px)` }}
              >
                <span className={styles.called}>{line.called}</span>
                <span className={styles.title}>{line.title}</span>
                <span className={styles.told} data-tooltip={line.told}>
                  {line.told}
                </span>
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}

function lineOf(plan: BulkPlan, part: Part, index: number, telling: Telling): PreviewLine | undefined {
  const row =
    part === 'staying'
      ? plan.staying[index]
      : part === 'refused'
        ? plan.refused[index]?.row
        : plan.changing[index]?.row
  if (!row) return undefined
  const told =
    part === 'changing'
      ? changeText(plan, index, telling)
      : part === 'refused'
        ? (plan.refused[index]?.reason ?? '')
        : 'As it is'
  return { called: calledKey(row), title: row.values.title ?? '', told }
}

function changeText({ changing, wishes }: BulkPlan, index: number, telling: Telling): string {
  const change = changing[index]
  if (!change) return ''
  const standing = change.row.values as Readonly<Record<string, string | number | boolean | null | undefined>>
  return wishes
    .flatMap((wish) => toldFields(wish, change.fields))
    .map((field) => {
      const wanted = change.fields[field] ?? null
      if (field.startsWith('tag:')) return `${fieldLabel(field)} ${wanted === true ? 'added' : 'taken off'}`
      const before = fieldText(field, standing[field] ?? null, telling)
      return `${fieldLabel(field)} ${clipped(before)} → ${clipped(fieldText(field, wanted, telling))}`
    })
    .join(', ')
}

const clipped = (text: string) => (text.length > longestShown ? `${text.slice(0, longestShown)}…` : text)
