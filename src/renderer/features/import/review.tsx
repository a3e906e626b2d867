import type { ColumnMapping } from '@domain/importing/mapping'
import { useState } from 'react'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { PageHeader } from '../../ui/page-header'
import { ProgressBar } from '../../ui/progress-bar'
import { shortcuts } from '../../view-state/shortcuts'
import { useShortcut } from '../../view-state/use-shortcuts'
import { ColumnTable } from './column-table'
import { DateQuestion } from './date-question'
import { FigureBar } from './figure-bar'
import { FileFacts } from './file-facts'
import { canStore, type ImportFlow, type Reviewing } from './import-flow'
import { firstPanel, type PanelName, panelsOf } from './panels'
import { PreviewList } from './preview-list'
import { ProblemActions } from './problem-actions'
import styles from './screen.module.css'
import { WordTable } from './word-table'
import { counted } from './words'

export interface ReviewProps {
  readonly flow: ImportFlow
  readonly stage: Reviewing
}

/** Everything about a file before it is stored: what it is, how it is read, what it would change. */
export function Review({ flow, stage }: ReviewProps) {
  const { file, mapping, preview, comparing, problem } = stage
  const [chosen, setChosen] = useState<PanelName | undefined>(undefined)
  const ready = canStore(stage)
  // Whoever works on the columns stays with them, whatever the figures then say.
  const map = (next: ColumnMapping) => {
    setChosen('columns')
    void flow.map(next)
  }
  useShortcut('storeImport', () => void flow.store(), ready)
  useShortcut('chooseFile', () => void flow.choose())

  const panels = panelsOf(stage)
  const panel =
    panels.find(({ name }) => name === chosen) ?? panels.find(({ name }) => name === firstPanel(stage))
  const dateQuestions = preview?.questions.filter(({ kind }) => kind === 'date-order') ?? []
  const columnsMissing = preview?.questions.some(({ kind }) => kind === 'columns') ?? false

  return (
    <>
      <PageHeader
        title="Import"
        note={file.name}
        actions={
          <>
            <Button onClick={flow.stop}>Cancel</Button>
            <Button
              tone="primary"
              keys={shortcuts.storeImport.keys}
              disabled={!ready}
              onClick={() => void flow.store()}
            >
              {storeLabel(stage)}
            </Button>
          </>
        }
      />
      <FileFacts flow={flow} stage={stage} />
      {problem && (
        <Banner tone="danger" flush>
          {problem}
        </Banner>
      )}
      {columnsMissing && (
        <Banner tone="warning" flush>
          No column says what an issue is. Choose below which one holds its key, its title or its description.
        </Banner>
      )}
      {dateQuestions.length > 0 && (
        <DateQuestion
          questions={dateQuestions}
          onAnswer={(dateOrder) => void flow.map({ ...mapping, dateOrder })}
        />
      )}
      <FigureBar panels={panels} selected={panel?.name} onSelect={setChosen} />
      {comparing && (
        <div className={styles.comparing}>
          <ProgressBar
            label={comparing.step}
            done={comparing.done}
            total={comparing.total || undefined}
            onCancel={flow.stop}
          />
        </div>
      )}
      {panel && (
        <div className={styles.panel}>
          {panel.name === 'columns' && (
            <ColumnTable
              file={file}
              mapping={mapping}
              onMap={map}
              words={preview && <WordTable words={preview.words} mapping={mapping} onMap={map} />}
            />
          )}
          {panel.name === 'notes' && (
            <ul className={styles.notes}>
              {preview?.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
          {panel.name !== 'columns' && panel.name !== 'notes' && preview && (
            <>
              {panel.name === 'quarantined' && (
                <ProblemActions flow={flow} preview={preview} file={file.name} />
              )}
              <PreviewList flow={flow} preview={preview} list={panel.name} label={panel.label} />
            </>
          )}
        </div>
      )}
    </>
  )
}

function storeLabel({ preview }: Reviewing): string {
  if (!preview || preview.questions.length > 0) return 'Import'
  const { created, updated } = preview.counts
  if (created + updated === 0) return 'Note that nothing changed'
  return `Import ${counted(created + updated, 'issue')}`
}
