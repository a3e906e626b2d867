import type { Refusal } from '@contract/ipc'

/** A command that cannot be carried out; ends the run with exit 1 and this as its error. */
export class CommandFailure extends Error implements Refusal {
  constructor(
    readonly code: string,
    message: string,
    readonly details?: unknown,
  ) {
    super(message)
    this.name = 'CommandFailure'
  }
}

/** Any error as what a headless run prints. */
export function refusalOf(error: unknown): Required<Refusal> {
  if (!(error instanceof Error)) return { code: 'unexpected', message: String(error), details: {} }
  const { code, details } = error as { code?: unknown; details?: unknown }
  return {
    code: typeof code === 'string' ? code : 'unexpected',
    message: error.message,
    details: details ?? {},
  }
}
