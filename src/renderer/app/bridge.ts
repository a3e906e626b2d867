import type {
  EventName,
  EventPayload,
  Refusal,
  RequestInput,
  RequestName,
  RequestOutput,
  WarRoomBridge,
} from '@contract/ipc'

declare global {
  interface Window {
    readonly warRoom: WarRoomBridge
  }
}

/** Main refused a request. `message` is written for a person. */
export class BridgeRefusal extends Error {
  readonly code: string
  readonly details: unknown

  constructor(refusal: Refusal) {
    super(refusal.message)
    this.name = 'BridgeRefusal'
    this.code = refusal.code
    this.details = refusal.details
  }
}

/**
 * Asks the main process. This file is the renderer's only way there.
 * @throws BridgeRefusal when main refuses.
 */
export async function request<R extends RequestName>(
  name: R,
  ...[input]: RequestInput<R> extends undefined ? [] : [RequestInput<R>]
): Promise<RequestOutput<R>> {
  const answer = await window.warRoom.request(name, input as RequestInput<R>)
  if (!answer.ok) throw new BridgeRefusal(answer.error)
  return answer.value
}

/** Listens to the main process. Returns how to stop. */
export function listen<E extends EventName>(
  name: E,
  listener: (payload: EventPayload<E>) => void,
): () => void {
  return window.warRoom.on(name, listener)
}
