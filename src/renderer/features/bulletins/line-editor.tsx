import { editLine, type LineText, leaveOut, removeLine } from '@domain/bulletins/commands'
import type { BulletinRow, ComposedLine } from '@domain/bulletins/compose'
import { calledKey } from '@domain/triage/list-columns'
import { useState } from 'react'
import { Link } from 'wouter'
import { useRow } from '../../storage/queries'
import { Badge } from '../../ui/badge'
import { Checkbox } from '../../ui/checkbox'
import { IconButton } from '../../ui/icon-button'
import { Mark } from '../../ui/mark'
import { TextArea } from '../../ui/text-area'
import { paths } from '../../view-state/paths'
import { useAct } from '../../view-state/use-act'
import styles from './bulletins.module.css'

const texts = [
  ['text', 'Text'],
  ['workaround', 'What to do until then'],
] as const satisfies readonly (readonly [LineText, string])[]

export interface LineEditorProps {
  readonly bulletin: BulletinRow
  readonly line: ComposedLine
  readonly readOnly: boolean
}

/** One line of a bulletin: whether it goes in, and its words for this bulletin alone. */
export function LineEditor({ bulletin, line, readOnly }: LineEditorProps) {
  const act = useAct()
  const { row, issue, leftOut, isUntitled, isEdited } = line
  const [isOpen, setOpen] = useState(isUntitled && !issue)
  const name = isUntitled ? 'a line without a title' : line.title
  return (
    <li className={styles.editedLine} data-left-out={leftOut || undefined}>
      <div className={styles.lineHead}>
        <Checkbox
          label={`Tell: ${name}`}
          checked={!leftOut}
          disabled={readOnly}
          onChange={(told) => void act(leaveOut(bulletin, line, !told))}
        >
          {''}
        </Checkbox>
        <TextArea
          label={`Title of ${name}`}
          hideLabel
          oneLine
          placeholder="Title for users"
          value={line.title}
          readOnly={readOnly}
          onCommit={(typed) => void act(editLine(bulletin, line, 'title', typed))}
        />
        <IconButton
          icon={isOpen ? 'chevron-up' : 'chevron-down'}
          label={isOpen ? `Fold away: ${name}` : `Text of ${name}`}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        />
        {!issue && row && !readOnly && (
          <IconButton
            icon="trash"
            label={`Take out: ${name}`}
            onClick={() => void act(removeLine(bulletin, row))}
          />
        )}
      </div>
      <div className={styles.lineFacts}>
        {issue && <Source issue={issue.key} />}
        {isUntitled && !leftOut && <Mark tone="warning" shape="triangle" label="No title for users yet" />}
        {isEdited && issue && <Badge>edited here</Badge>}
        {line.ride && <span className={styles.quiet}>comes with {line.ride}</span>}
      </div>
      {isOpen && (
        <div className={styles.lineTexts}>
          {texts.map(([field, label]) => (
            <TextArea
              key={field}
              label={label}
              value={line[field]}
              readOnly={readOnly}
              onCommit={(typed) => void act(editLine(bulletin, line, field, typed))}
            />
          ))}
        </div>
      )}
    </li>
  )
}

/** Where the words come from; only whoever writes the bulletin sees it. */
function Source({ issue }: { readonly issue: string }) {
  const row = useRow('issue', issue)
  return (
    <Link href={paths.issue(issue)} className={styles.source}>
      {row ? calledKey(row) : issue}
    </Link>
  )
}
