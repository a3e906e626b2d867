import type { OpenedFile } from '@contract/ipc'
import { largestChunk } from '@contract/terms'
import { request } from '../../app/bridge'
import { BundleFile, type BundlePreview, type BundleSummary } from '../../storage/bundle-file'
import { readDropped } from '../../storage/dropped-file'
import { readWhole } from '../../storage/opened-file'
import type { Change, EngagementSession } from '../../storage/session'
import type { Workspace } from '../../storage/workspace'
import { toast } from '../../ui/toast'
import type { PendingFile } from '../../view-state/pending-import'
import { Cancelled, type Progress, WorkerFailure } from '../../workers/rpc'

/** How far a bundle on its way in has come. */
export type BundleStage =
  | { readonly kind: 'none'; readonly problem?: string }
  | { readonly kind: 'reading'; readonly name: string; readonly progress: Progress }
  /** It is encrypted with a passphrase; `refused` when one was tried in vain. */
  | { readonly kind: 'locked'; readonly name: string; readonly refused: boolean }
  | Read
  | { readonly kind: 'merging'; readonly read: Read; readonly progress: Progress }
  | {
      readonly kind: 'merged'
      readonly name: string
      readonly summary: BundleSummary
      readonly preview: BundlePreview
      /** None when there was nothing new in it. */
      readonly change: Change | undefined
    }

/** It is what its signature says; whether it concerns the open engagement is for whoever shows it. */
export interface Read {
  readonly kind: 'read'
  readonly name: string
  readonly summary: BundleSummary
  /** What merging it would do; undefined while that is not known. */
  readonly preview?: BundlePreview
  readonly comparing?: Progress
  readonly problem?: string
}

const starting = (step: string): Progress => ({ step, done: 0, total: 0 })
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
const codeOf = (error: unknown) => (error instanceof WorkerFailure ? error.code : undefined)

/** Given up when the log held it already. */
function tellStored({ writer }: BundleSummary, change: Change | undefined): void {
  if (!change) return
  const text = `What ${writer} wrote was stored before it could be stopped. In the list of bundles it can be taken back as a whole.`
  toast({ text })
}

const needsPassphrase = (error: unknown) =>
  error instanceof WorkerFailure &&
  error.code === 'encrypted' &&
  (error.details as { readonly needs?: unknown } | undefined)?.needs === 'passphrase'

/** One bundle on its way in, kept while its user looks at other screens or opens another engagement. */
export class BundleFlow {
  private current: BundleStage = { kind: 'none' }
  private bundle: BundleFile | undefined
  /** Kept while a passphrase is asked for. */
  private bytes: Uint8Array | undefined
  private stopping = new AbortController()
  private readonly listeners = new Set<() => void>()
  /** Grows with everything begun, so that an answer to what was given up is dropped. */
  private turn = 0

  constructor(private readonly workspace: Workspace) {}

  get stage(): BundleStage {
    return this.current
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Asks for a file with the system's dialog. */
  async choose(): Promise<void> {
    try {
      const opened = await request('file.openBundle')
      if (opened) await this.takeOpened(opened)
    } catch (error) {
      this.fail(error)
    }
  }

  take(file: PendingFile): Promise<void> {
    return file instanceof File ? this.takeBytes(file.name, () => readDropped(file)) : this.takeOpened(file)
  }

  async unlock(passphrase: string): Promise<void> {
    const { bytes, current } = this
    if (current.kind === 'locked' && bytes) await this.read(current.name, bytes, passphrase)
  }

  /** Works out what merging it into its own engagement, which is open, would do. */
  async compare(session: EngagementSession): Promise<void> {
    const { current, bundle } = this
    if (current.kind !== 'read' || !bundle) return
    const { name, summary } = current
    const told = { kind: 'read', name, summary } as const
    const turn = this.begin({ ...told, comparing: starting('Comparing with what is here') })
    try {
      const preview = await bundle.preview(session, (comparing) => this.tell(turn, { ...told, comparing }))
      this.tell(turn, { ...told, preview })
    } catch (error) {
      if (!(error instanceof Cancelled)) this.tell(turn, { ...told, problem: messageOf(error) })
    }
  }

  async merge(session: EngagementSession, acceptKey: boolean): Promise<void> {
    const { current: read, bundle } = this
    if (read.kind !== 'read' || !read.preview || !bundle) return
    const { name, summary, preview } = read
    const turn = this.begin({ kind: 'merging', read, progress: starting('Getting ready') })
    const report = (progress: Progress) => this.tell(turn, { kind: 'merging', read, progress })
    try {
      const change = await bundle.merge(session, acceptKey, report, this.stopping.signal)
      if (turn !== this.turn) return tellStored(summary, change)
      this.stop()
      this.begin({ kind: 'merged', name, summary, preview, change })
    } catch (error) {
      if (turn === this.turn) this.begin({ ...read, problem: messageOf(error) })
    }
  }

  /** Hands the bundle that was read to somebody who goes on with it; there is none here any more. */
  handOver(): BundleFile | undefined {
    const { bundle } = this
    this.bundle = undefined
    this.stop()
    return bundle
  }

  /** Gives up whatever is going on. Nothing of it is stored. */
  readonly stop = (): void => {
    this.begin({ kind: 'none' })
    this.stopping.abort(new Cancelled())
    this.stopping = new AbortController()
    this.bundle?.stop()
    this.bundle = undefined
    this.bytes = undefined
  }

  private takeOpened(opened: OpenedFile): Promise<void> {
    const { name, size } = opened
    return this.takeBytes(name, (turn) =>
      readWhole(opened, (done) => {
        const progress = { step: 'Reading the file', done, total: size }
        if (size > largestChunk) this.tell(turn, { kind: 'reading', name, progress })
      }),
    )
  }

  private async takeBytes(name: string, bytesOf: (turn: number) => Promise<Uint8Array>): Promise<void> {
    this.stop()
    const turn = this.begin({ kind: 'reading', name, progress: starting('Reading the file') })
    // Its worker gets ready while the file is read.
    this.bundle = new BundleFile(this.workspace)
    try {
      const bytes = await bytesOf(turn)
      if (turn === this.turn) await this.read(name, bytes)
    } catch (error) {
      if (turn === this.turn) this.fail(error)
    }
  }

  private async read(name: string, bytes: Uint8Array, passphrase?: string): Promise<void> {
    const { bundle } = this
    if (!bundle) return
    const turn = this.begin({ kind: 'reading', name, progress: starting('Checking the bundle') })
    try {
      const summary = await bundle.read(bytes, passphrase, (progress) =>
        this.tell(turn, { kind: 'reading', name, progress }),
      )
      if (turn !== this.turn) return
      this.bytes = undefined
      this.begin({ kind: 'read', name, summary })
    } catch (error) {
      if (turn !== this.turn) return
      const refused = codeOf(error) === 'wrong-passphrase'
      if (!refused && !needsPassphrase(error)) return this.fail(error)
      this.bytes = bytes
      this.begin({ kind: 'locked', name, refused })
    }
  }

  private fail(error: unknown): void {
    this.stop()
    if (!(error instanceof Cancelled)) this.begin({ kind: 'none', problem: messageOf(error) })
  }

  /** Shows how it goes on, unless it was given up meanwhile. */
  private tell(turn: number, stage: BundleStage): void {
    if (turn === this.turn) this.show(stage)
  }

  private begin(stage: BundleStage): number {
    this.show(stage)
    return ++this.turn
  }

  private show(stage: BundleStage): void {
    this.current = stage
    for (const listener of this.listeners) listener()
  }
}

const flows = new WeakMap<Workspace, BundleFlow>()

/** The one bundle on its way in on this laptop. */
export function bundleFlowOf(workspace: Workspace): BundleFlow {
  const flow = flows.get(workspace) ?? new BundleFlow(workspace)
  flows.set(workspace, flow)
  return flow
}
