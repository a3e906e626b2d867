import type { OpenedFile } from '@contract/ipc'
import { largestChunk } from '@contract/terms'
import type { ColumnMapping } from '@domain/importing/mapping'
import type { SourceName } from '@domain/importing/trackers/tracker'
import { request } from '../../app/bridge'
import { readDropped } from '../../storage/dropped-file'
import {
  type FileSummary,
  type ImportLine,
  type ImportListName,
  type ImportPreview,
  ImportSession,
  type ReadChoice,
} from '../../storage/import-session'
import { readWhole } from '../../storage/opened-file'
import type { Change, EngagementSession } from '../../storage/session'
import type { Workspace } from '../../storage/workspace'
import { isBundle, usePendingBundle } from '../../view-state/pending-bundle'
import type { PendingFile } from '../../view-state/pending-import'
import { Cancelled, type Progress } from '../../workers/rpc'

/** How far an import has come. */
export type ImportStage =
  | { readonly kind: 'choosing'; readonly problem?: string }
  | { readonly kind: 'reading'; readonly name: string; readonly progress: Progress }
  | Reviewing
  | { readonly kind: 'storing'; readonly file: FileSummary; readonly progress: Progress }
  | {
      readonly kind: 'stored'
      readonly file: FileSummary
      readonly preview: ImportPreview
      readonly change: Change | undefined
    }

export interface Reviewing {
  readonly kind: 'reviewing'
  readonly file: FileSummary
  readonly mapping: ColumnMapping
  /** What the import would do; of the mapping before, while `comparing`. */
  readonly preview: ImportPreview | undefined
  readonly comparing: Progress | undefined
  readonly problem?: string
}

const starting = (step: string): Progress => ({ step, done: 0, total: 0 })
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** One import of the open engagement, kept while its user looks at other screens. */
export class ImportFlow {
  private current: ImportStage = { kind: 'choosing' }
  private importing: ImportSession | undefined
  private readonly listeners = new Set<() => void>()
  /** Grows with everything begun, so that an answer to what was given up is dropped. */
  private turn = 0

  constructor(
    private readonly session: EngagementSession,
    private readonly workspace: Workspace,
  ) {}

  get stage(): ImportStage {
    return this.current
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Asks for a file with the system's dialog. */
  async choose(): Promise<void> {
    try {
      const opened = await request('file.openImport')
      if (opened && isBundle(opened)) usePendingBundle.getState().offer(opened)
      else if (opened) await this.takeOpened(opened)
    } catch (error) {
      this.fail(error)
    }
  }

  take(file: PendingFile): Promise<void> {
    return file instanceof File ? this.takeBytes(file.name, () => readDropped(file)) : this.takeOpened(file)
  }

  /** Reads the same file as that of another tracker, or another sheet of it. */
  async readAgain(choice: ReadChoice): Promise<void> {
    const { importing } = this
    if (this.current.kind !== 'reviewing' || !importing) return
    const before = this.current
    const turn = this.begin({
      kind: 'reading',
      name: before.file.name,
      progress: starting('Reading the file'),
    })
    try {
      const file = await importing.readAgain(choice, (progress) =>
        this.tellReading(turn, before.file.name, progress),
      )
      if (turn === this.turn) await this.compare(file, file.mapping)
    } catch (error) {
      if (turn === this.turn) this.show({ ...before, problem: messageOf(error) })
    }
  }

  chooseSource(source: SourceName): Promise<void> {
    return this.readAgain({ source })
  }

  chooseEncoding(encoding: string): Promise<void> {
    return this.readAgain({ options: { encoding } })
  }

  chooseSheet(sheet: string): Promise<void> {
    return this.readAgain({ options: { sheet } })
  }

  /** Works out anew what the import would do under another mapping. */
  async map(mapping: ColumnMapping): Promise<void> {
    if (this.current.kind === 'reviewing') await this.compare(this.current.file, mapping)
  }

  /** Lines of a list of the preview, in words. */
  async lines(list: ImportListName, from: number, to: number): Promise<readonly ImportLine[]> {
    return this.importing ? this.importing.lines(list, from, to) : []
  }

  async store(): Promise<void> {
    const { current, importing } = this
    if (current.kind !== 'reviewing' || !importing || !canStore(current)) return
    const { file, preview } = current
    const turn = this.begin({ kind: 'storing', file, progress: starting('Storing') })
    try {
      const change = await importing.store((progress) => {
        if (turn === this.turn) this.show({ kind: 'storing', file, progress })
      })
      if (turn !== this.turn) await this.takeBack(change)
      else if (preview) this.show({ kind: 'stored', file, preview, change })
    } catch (error) {
      if (turn === this.turn) this.show({ ...current, problem: messageOf(error) })
    }
  }

  /** Given up in the very moment in which the disk had taken everything: whoever cancels finds nothing of it. */
  private async takeBack(change: Change | undefined): Promise<void> {
    if (!change) return
    const isLatest = this.session.undoable?.id === change.id
    const problem = isLatest
      ? await this.session.undo().then(() => undefined, messageOf)
      : 'Something was changed since.'
    if (problem !== undefined && this.current.kind === 'choosing')
      this.show({
        kind: 'choosing',
        problem: `The import was stored before it could be stopped, and was not taken back. ${problem} Undo it when you can.`,
      })
  }

  /** Gives up whatever is going on. Nothing of it stays. */
  readonly stop = (): void => {
    this.begin({ kind: 'choosing' })
    this.importing?.stop()
    this.importing = undefined
  }

  private takeOpened(opened: OpenedFile): Promise<void> {
    const { name, size } = opened
    return this.takeBytes(name, (turn) =>
      readWhole(opened, (done) => {
        if (size > largestChunk) this.tellReading(turn, name, { step: 'Reading the file', done, total: size })
      }),
    )
  }

  private async takeBytes(name: string, bytesOf: (turn: number) => Promise<Uint8Array>): Promise<void> {
    this.stop()
    const turn = this.begin({ kind: 'reading', name, progress: starting('Reading the file') })
    try {
      // Its worker gets ready while the file is read.
      const importing = new ImportSession(this.session, this.workspace)
      this.importing = importing
      const bytes = await bytesOf(turn)
      if (turn !== this.turn) return
      const file = await importing.read({ name, bytes }, {}, (progress) =>
        this.tellReading(turn, name, progress),
      )
      if (turn === this.turn) await this.compare(file, file.mapping)
    } catch (error) {
      if (turn === this.turn) this.fail(error)
    }
  }

  private async compare(file: FileSummary, mapping: ColumnMapping): Promise<void> {
    const { importing } = this
    if (!importing) return
    const before = this.current.kind === 'reviewing' ? this.current.preview : undefined
    const reviewing = { kind: 'reviewing', file, mapping, preview: before } as const
    const turn = this.begin({ ...reviewing, comparing: starting('Comparing with what is here') })
    try {
      const preview = await importing.preview(mapping, undefined, (comparing) => {
        if (turn === this.turn) this.show({ ...reviewing, comparing })
      })
      if (turn === this.turn) this.show({ kind: 'reviewing', file, mapping, preview, comparing: undefined })
    } catch (error) {
      if (turn === this.turn) {
        const problem = messageOf(error)
        this.show({ kind: 'reviewing', file, mapping, preview: undefined, comparing: undefined, problem })
      }
    }
  }

  private tellReading(turn: number, name: string, progress: Progress): void {
    if (turn === this.turn) this.show({ kind: 'reading', name, progress })
  }

  private fail(error: unknown): void {
    this.stop()
    if (!(error instanceof Cancelled)) this.show({ kind: 'choosing', problem: messageOf(error) })
  }

  private begin(stage: ImportStage): number {
    this.show(stage)
    return ++this.turn
  }

  private show(stage: ImportStage): void {
    this.current = stage
    for (const listener of this.listeners) listener()
  }
}

/** Whether everything is answered, and known for the mapping as it stands. */
export function canStore({ preview, comparing }: Reviewing): boolean {
  return preview !== undefined && !comparing && preview.questions.length === 0
}

let latest: { readonly session: EngagementSession; readonly flow: ImportFlow } | undefined

/** The import of a session; always the same one while that session is open. */
export function importFlowOf(session: EngagementSession, workspace: Workspace): ImportFlow {
  if (latest?.session === session) return latest.flow
  latest?.flow.stop()
  const flow = new ImportFlow(session, workspace)
  latest = { session, flow }
  return flow
}
