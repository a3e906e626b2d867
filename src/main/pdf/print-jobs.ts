import type { PaperSize } from '@contract/terms'
import { Refused } from '../refused'

/** What a print page lays out: a pack as JSON text, and the paper it is meant for. */
export interface PrintJob {
  readonly pack: string
  readonly paper: PaperSize
}

interface Waiting {
  readonly job: PrintJob
  readonly done: () => void
  readonly failed: (problem: Refused) => void
}

/** The pages being laid out, by the id of the web contents that does it: no other page may take or answer a job. */
export class PrintJobs {
  private readonly waiting = new Map<number, Waiting>()

  /**
   * Gives a job to a page; resolves once that page says it is laid out.
   * @throws Refused when the page reports a problem, or does not answer within `patience` milliseconds.
   */
  layOut(contentsId: number, job: PrintJob, patience: number): Promise<void> {
    return new Promise<void>((done, failed) => {
      const timer = setTimeout(() => this.fail(contentsId, tooSlow(patience)), patience)
      const finish = () => {
        clearTimeout(timer)
        this.waiting.delete(contentsId)
      }
      this.waiting.set(contentsId, {
        job,
        done: () => {
          finish()
          done()
        },
        failed: (problem) => {
          finish()
          failed(problem)
        },
      })
    })
  }

  /** Null for a page that was given nothing to print. */
  packFor(contentsId: number): PrintJob | null {
    return this.waiting.get(contentsId)?.job ?? null
  }

  /** The page has laid its job out, or says why it could not. */
  ready(contentsId: number, problem: string | null): void {
    if (problem === null) this.waiting.get(contentsId)?.done()
    else this.fail(contentsId, new Refused('print-failed', `The report could not be laid out: ${problem}`))
  }

  fail(contentsId: number, problem: Refused): void {
    this.waiting.get(contentsId)?.failed(problem)
  }
}

function tooSlow(patience: number): Refused {
  const seconds = Math.round(patience / 1_000)
  return new Refused(
    'print-timeout',
    `The report was not ready after ${seconds} seconds. Nothing was written; close other programs and try again.`,
  )
}
