/**
 * Calls between the screen's thread and a worker: one message asks, any number tell of progress, one answers.
 * Errors keep their code and details, which a plain structured clone would drop.
 */

interface Asked {
  readonly call: number
  readonly name: string
  readonly input: unknown
}

type Told =
  | { readonly call: number; readonly kind: 'progress'; readonly progress: Progress }
  | { readonly call: number; readonly kind: 'done'; readonly output: unknown }
  | { readonly call: number; readonly kind: 'failed'; readonly failure: Failure }

export interface Progress {
  /** What is being done, for people: “Reading rows”. */
  readonly step: string
  readonly done: number
  /** 0 while it is not known. */
  readonly total: number
}

interface Failure {
  readonly name: string
  readonly code: string | undefined
  readonly message: string
  readonly details: unknown
}

/** A failure that crossed over from a worker. */
export class WorkerFailure extends Error {
  readonly code: string
  readonly details: unknown

  constructor({ name, code, message, details }: Failure) {
    super(message)
    this.name = name
    this.code = code ?? 'unexpected'
    this.details = details
  }
}

/** Said when the user stops what a worker does; also the reason with which a signal is aborted. */
export class Cancelled extends Error {
  readonly code = 'cancelled'

  constructor() {
    super('Stopped. Nothing was changed.')
    this.name = 'Cancelled'
  }
}

export type Report = (progress: Progress) => void
export type Job = (input: never, report: Report) => Promise<unknown>
export type Jobs = Readonly<Record<string, Job>>

/** Answers calls in a worker. */
export function serve(jobs: Jobs): void {
  self.onmessage = async ({ data }: MessageEvent<Asked>) => {
    const { call, name, input } = data
    const tell = (told: Told) =>
      self.postMessage(told, { transfer: told.kind === 'done' ? buffersIn(told.output) : [] })
    try {
      const job = jobs[name]
      if (!job) throw new Error(`There is no job “${name}”.`)
      const output = await job(input as never, (progress) => tell({ call, kind: 'progress', progress }))
      tell({ call, kind: 'done', output })
    } catch (error) {
      tell({ call, kind: 'failed', failure: failureOf(error) })
    }
  }
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error))
    return { name: 'Error', code: undefined, message: String(error), details: undefined }
  const { code, details } = error as { code?: unknown; details?: unknown }
  return {
    name: error.name,
    code: typeof code === 'string' ? code : undefined,
    message: error.message,
    details,
  }
}

/** Byte arrays, also in a list or a member, are handed over, not copied. */
function buffersIn(value: unknown): ArrayBuffer[] {
  const members = typeof value === 'object' && value !== null ? Object.values(value).flat() : []
  return [value, ...members].flatMap((each) =>
    each instanceof Uint8Array && each.buffer instanceof ArrayBuffer ? [each.buffer] : [],
  )
}

type InputOf<J> = J extends (input: infer I, report: Report) => Promise<unknown> ? I : never
type OutputOf<J> = J extends (input: never, report: Report) => Promise<infer O> ? O : never

/** The screen's side of one worker. */
export class WorkerCalls<J> {
  private readonly waiting = new Map<
    number,
    { resolve: (output: never) => void; reject: (error: Error) => void; report: Report | undefined }
  >()
  private calls = 0
  private ended: Error | undefined

  constructor(private readonly worker: Worker) {
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      const waiting = this.waiting.get(data.call)
      if (!waiting) return
      if (data.kind === 'progress') {
        waiting.report?.(data.progress)
        return
      }
      this.waiting.delete(data.call)
      if (data.kind === 'done') waiting.resolve(data.output as never)
      else waiting.reject(new WorkerFailure(data.failure))
    }
    worker.onerror = (event) => this.end(new Error(`A worker stopped: ${event.message}`))
  }

  /** @param transfer what of the input is handed over instead of copied; it is gone here afterwards */
  call<N extends keyof J & string>(
    name: N,
    input: InputOf<J[N]>,
    report?: Report,
    transfer: Transferable[] = [],
  ): Promise<OutputOf<J[N]>> {
    if (this.ended) return Promise.reject(this.ended)
    const call = ++this.calls
    return new Promise((resolve, reject) => {
      this.waiting.set(call, { resolve, reject, report })
      const asked: Asked = { call, name, input }
      this.worker.postMessage(asked, transfer)
    })
  }

  /** Ends the worker at once; whatever it was storing is not stored. */
  stop(): void {
    this.end(new Cancelled())
  }

  private end(error: Error): void {
    this.ended = error
    this.worker.terminate()
    for (const { reject } of this.waiting.values()) reject(error)
    this.waiting.clear()
  }
}
