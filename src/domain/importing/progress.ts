import { ImportProblem } from './problem'

/** How long work tells where it is, and learns that nobody wants it any more. */
export interface Progress {
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  readonly shouldStop?: (() => boolean) | undefined
}

const stride = 1_000

/** To be called once per item of a long loop. @throws ImportProblem `stopped` when asked to stop. */
export function report(progress: Progress, done: number, total: number): void {
  if (done % stride !== 0 && done !== total) return
  progress.onProgress?.(done, total)
  if (progress.shouldStop?.())
    throw new ImportProblem('stopped', 'The import was stopped. Nothing was stored.')
}
