import {
  itemForm,
  removeLine,
  sessionForm,
  setHeld,
  takeAnswerBack,
  writeProposed,
} from '@domain/handover/commands'
import type { HandoverLine, ItemLine, SessionLine } from '@domain/handover/lines'
import { type HandoverKind, handoverKinds, kindWords } from '@domain/handover/words'
import { engagementKey } from '@domain/model/engagement'
import type { HandoverAnswer } from '@domain/model/handover-item'
import { numberText } from '@domain/reporting/number-text'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useWithholding } from '../../parts/reporting/chosen-audience'
import type { HandoverFile } from '../../storage/handover-file'
import { useSession, useWorkspace } from '../../storage/queries'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { PageHeader } from '../../ui/page-header'
import { Spinner } from '../../ui/spinner'
import { now } from '../../view-state/clock'
import { paths } from '../../view-state/paths'
import { shortcuts } from '../../view-state/shortcuts'
import { useAct } from '../../view-state/use-act'
import { runShortcut, useShortcuts } from '../../view-state/use-shortcuts'
import { useZone } from '../../view-state/use-zone'
import { AnswerDialog } from './answer-dialog'
import { emptyItem, emptySession } from './empty-forms'
import { Foot } from './foot'
import styles from './handover.module.css'
import { ItemDialog } from './item-dialog'
import { LineList, mostShown } from './line-list'
import { saveHandover } from './save-handover'
import { SectionList } from './section-list'
import { SessionDialog } from './session-dialog'
import { useHandover } from './use-handover'

type Doing =
  | { readonly do: 'item'; readonly kind: ItemLine['kind']; readonly line: ItemLine | undefined }
  | { readonly do: 'session'; readonly line: SessionLine | undefined }
  | { readonly do: 'answer'; readonly answer: HandoverAnswer; readonly lines: readonly HandoverLine[] }

/** What those who stay take over, how much of that is done, and who has accepted it. */
export default function HandoverScreen() {
  const { id, access, replica } = useSession()
  const canWrite = access.kind === 'write'
  const { laptop, settings } = useWorkspace()
  const { paper } = settings
  const withhold = useWithholding()
  const zone = useZone()
  const act = useAct()
  const [, navigate] = useLocation()
  const handover = useHandover()
  const [kind, setKind] = useState<HandoverKind>('ownership')
  const [active, setActive] = useState(0)
  const [doing, setDoing] = useState<Doing>()
  const [saving, setSaving] = useState<HandoverFile>()
  const [lastBy, setLastBy] = useState('')
  const lines = handover?.lines.filter((line) => line.kind === kind) ?? []
  const place = Math.max(0, Math.min(active, lines.length - 1, mostShown - 1))
  const line = lines[place]
  const isBegun = handover?.lines.some(({ row }) => row !== undefined) ?? false
  const firstDraft = handover?.lines
    .filter((one) => one.kind === 'ownership' || one.kind === 'known-error')
    .slice(0, mostShown)

  function choose(next: HandoverKind) {
    setKind(next)
    setActive(0)
  }
  const step = (by: number) => {
    const next = handoverKinds[handoverKinds.indexOf(kind) + by]
    if (next) choose(next)
  }
  const edit = (over: HandoverLine) =>
    setDoing(
      over.kind === 'session' ? { do: 'session', line: over } : { do: 'item', kind: over.kind, line: over },
    )
  const answer = (said: HandoverAnswer, of: readonly HandoverLine[]) =>
    of.length > 0 && setDoing({ do: 'answer', answer: said, lines: of })
  const shown = lines.slice(0, mostShown)

  async function save(file: HandoverFile) {
    if (!handover || saving) return
    const name = replica.rows('engagement').get(engagementKey)?.values.name ?? ''
    setSaving(file)
    await saveHandover({ engagement: { id, name }, laptop, asOf: now(), withhold, paper, zone }, file)
    setSaving(undefined)
  }

  useShortcuts({
    handoverMarkdown: () => void save('md'),
    handoverPdf: () => void save('pdf'),
    handoverDown: () => setActive(Math.min(place + 1, lines.length - 1)),
    handoverUp: () => setActive(Math.max(0, place - 1)),
    handoverSectionNext: () => step(1),
    handoverSectionBefore: () => step(-1),
    handoverIssue: () => line?.issue && navigate(paths.issue(line.issue.key)),
  })
  useShortcuts(
    {
      handoverNew: () =>
        setDoing(
          kind === 'session' ? { do: 'session', line: undefined } : { do: 'item', kind, line: undefined },
        ),
      handoverEdit: () => line && edit(line),
      handoverAccept: () => line && answer('accepted', [line]),
      handoverAcceptAll: () =>
        kind === 'residual' &&
        answer(
          'accepted',
          shown.filter(({ lacks }) => lacks.length > 0),
        ),
      handoverDecline: () => line && answer('declined', [line]),
      handoverTakeBack: () => line && void act(takeAnswerBack(line)),
      handoverHeld: () =>
        line?.kind === 'session' &&
        line.row &&
        void act(setHeld(line.row, line.row.values.heldAt == null ? now() : null)),
      handoverPropose: () => void act(writeProposed((isBegun ? shown : firstDraft) ?? [])),
      handoverRemove: () => line && void act(removeLine(line)),
    },
    canWrite && handover !== undefined,
  )
  const close = () => setDoing(undefined)
  const actions = (
    <>
      <Button
        icon="download"
        keys={shortcuts.handoverMarkdown.keys}
        pending={saving === 'md'}
        disabled={!handover}
        onClick={() => void save('md')}
      >
        Markdown…
      </Button>
      <Button
        icon="download"
        keys={shortcuts.handoverPdf.keys}
        pending={saving === 'pdf'}
        disabled={!handover}
        onClick={() => void save('pdf')}
      >
        PDF…
      </Button>
      <Button
        icon="plus"
        keys={shortcuts.handoverNew.keys}
        disabled={!canWrite}
        onClick={() => runShortcut('handoverNew')}
      >
        Write down
      </Button>
    </>
  )
  return (
    <>
      <PageHeader
        title="Handover"
        note={handover ? noteOf(handover.missing.length, handover.of) : 'Reading the issues'}
        actions={actions}
      />
      {!handover ? (
        <div className={styles.waiting}>
          <Spinner />
        </div>
      ) : !isBegun ? (
        <EmptyState
          title="Nothing is handed over yet"
          actions={
            firstDraft &&
            firstDraft.length > 0 && (
              <Button
                tone="primary"
                keys={shortcuts.handoverPropose.keys}
                disabled={!canWrite}
                onClick={() => runShortcut('handoverPropose')}
              >
                {draftText(firstDraft)}
              </Button>
            )
          }
        >
          What those who stay take over: each component, what they were shown, runbooks, known errors, access,
          and every issue that is left open, accepted by name.{' '}
          {handover.of > 0
            ? 'The issues already say what is needed.'
            : 'Components and known errors are drafted from issues with one key, once there are some.'}
        </EmptyState>
      ) : (
        <div className={styles.columns}>
          <SectionList handover={handover} chosen={kind} onChoose={choose} />
          <section className={styles.panel} aria-labelledby="handover-section">
            <h2 id="handover-section" className={styles.title}>
              {kindWords[kind].all}
            </h2>
            <p className={styles.quiet}>{kindWords[kind].purpose}</p>
            <LineList
              title={kindWords[kind].all}
              lines={lines}
              place={place}
              nothing="Nothing here yet."
              onChoose={setActive}
            />
          </section>
        </div>
      )}
      {isBegun && <Foot line={line} lines={shown} canWrite={canWrite} />}
      {doing?.do === 'item' && (
        <ItemDialog
          line={doing.line}
          form={doing.line ? itemForm(doing.line) : emptyItem(doing.kind)}
          onClose={close}
        />
      )}
      {doing?.do === 'session' && (
        <SessionDialog
          row={doing.line?.row}
          form={doing.line?.row ? sessionForm(doing.line.row) : emptySession}
          onClose={close}
        />
      )}
      {doing?.do === 'answer' && (
        <AnswerDialog
          answer={doing.answer}
          lines={doing.lines}
          by={lastBy}
          onAnswered={(by) => {
            setLastBy(by)
            close()
          }}
          onClose={close}
        />
      )}
    </>
  )
}

function noteOf(missing: number, of: number): string {
  if (of === 0) return 'Nothing to hand over yet'
  return missing === 0 ? 'Complete' : `${numberText(missing)} of ${numberText(of)} missing`
}

function draftText(lines: readonly HandoverLine[]): string {
  const components = lines.filter(({ kind }) => kind === 'ownership').length
  const errors = lines.length - components
  return [
    components > 0 && `${components} ${components === 1 ? 'component' : 'components'}`,
    errors > 0 && `${errors} known ${errors === 1 ? 'error' : 'errors'}`,
  ]
    .filter(Boolean)
    .join(' and ')
    .replace(/^/, 'Draft ')
}
