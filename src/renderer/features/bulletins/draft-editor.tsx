import { addLine, type BulletinText, editBulletin } from '@domain/bulletins/commands'
import type { BulletinRow, ComposedSection } from '@domain/bulletins/compose'
import { sectionWords } from '@domain/bulletins/content'
import { Button } from '../../ui/button'
import { TextArea } from '../../ui/text-area'
import { useAct } from '../../view-state/use-act'
import styles from './bulletins.module.css'
import { LineEditor } from './line-editor'

export interface DraftEditorProps {
  readonly bulletin: BulletinRow
  readonly sections: readonly ComposedSection[]
  readonly readOnly: boolean
}

/** Everything of a bulletin that is not sent yet, to be changed in place. */
export function DraftEditor({ bulletin, sections, readOnly }: DraftEditorProps) {
  const act = useAct()
  const text = (field: BulletinText, label: string, oneLine = false) => (
    <TextArea
      label={label}
      oneLine={oneLine}
      value={bulletin.values[field] ?? ''}
      readOnly={readOnly}
      onCommit={(typed) => void act(editBulletin(bulletin, field, typed))}
    />
  )
  return (
    <div className={styles.editor}>
      {text('subject', 'Subject', true)}
      {text('intro', 'Introduction')}
      {sections.map(({ section, lines }) => (
        <section key={section} aria-label={sectionWords[section]}>
          <div className={styles.sectionHead}>
            <h3 className={styles.heading}>{sectionWords[section]}</h3>
            <Button
              tone="quiet"
              icon="plus"
              aria-label={`Add a line to ${sectionWords[section]}`}
              disabled={readOnly}
              onClick={() => void act(addLine(bulletin, crypto.randomUUID(), section))}
            >
              Line
            </Button>
          </div>
          {lines.length === 0 ? (
            <p className={styles.quiet}>{emptyWords[section]}</p>
          ) : (
            <ul className={styles.lineList}>
              {lines.map((line) => (
                <LineEditor key={line.key} bulletin={bulletin} line={line} readOnly={readOnly} />
              ))}
            </ul>
          )}
        </section>
      ))}
      {text('closing', 'Closing words')}
    </div>
  )
}

const emptyWords: Readonly<Record<ComposedSection['section'], string>> = {
  known: 'No open issue is marked for this audience.',
  coming: 'No fix is on its way.',
  fixed: 'Nothing was fixed since.',
  also: 'Whatever else they should know.',
}
