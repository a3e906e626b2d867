import { type Answer, type RequestInput, type RequestName, type RequestOutput, requests } from '@contract/ipc'
import { requestChannel } from '@contract/terms'
import { ipcMain, type WebContents } from 'electron'
import * as z from 'zod/mini'
import { logError } from '../log-error'
import { Refused } from '../refused'
import { isOwnPage } from '../security'

/** Who asks; handlers that belong to one window only (printing) look at it. */
export interface Caller {
  readonly contents: WebContents
}

type Handler<R extends RequestName> = (
  input: RequestInput<R>,
  caller: Caller,
) => RequestOutput<R> | Promise<RequestOutput<R>>

const handlers = new Map<RequestName, (input: unknown, caller: Caller) => unknown>()

/** Binds a request of the contract to what answers it. */
export function answer<R extends RequestName>(name: R, handler: Handler<R>): void {
  if (handlers.has(name)) throw new Error(`“${name}” is answered twice`)
  handlers.set(name, (input, caller) => handler(input as RequestInput<R>, caller))
}

/** Opens the door: every request passes here, and only from the app's own pages. */
export function openDoor(): void {
  ipcMain.handle(requestChannel, async (event, name: unknown, input: unknown): Promise<Answer<unknown>> => {
    if (
      !event.senderFrame ||
      event.senderFrame !== event.sender.mainFrame ||
      !isOwnPage(event.senderFrame.url)
    )
      return refuse(new Refused('not-allowed', 'This page may not ask anything.'))
    if (typeof name !== 'string' || !Object.hasOwn(requests, name))
      return refuse(new Refused('unknown-request', 'There is no such request.'))
    const request = name as RequestName
    const parsed = z.safeParse(requests[request].input, input)
    if (!parsed.success)
      return refuse(new Refused('bad-input', `“${request}” was asked in the wrong way.`, parsed.error.issues))
    const handler = handlers.get(request)
    if (!handler) return refuse(new Refused('unknown-request', `Nothing answers “${request}”.`))
    try {
      const value = await handler(parsed.data, { contents: event.sender })
      return { ok: true, value: z.parse(requests[request].output as z.ZodMiniType, value) }
    } catch (error) {
      return refuse(error)
    }
  })
}

function refuse(error: unknown): Answer<never> {
  if (error instanceof Refused) {
    const { code, message, details } = error
    return { ok: false, error: { code, message, ...(details !== undefined && { details }) } }
  }
  void logError('A request failed', error)
  const message = error instanceof Error ? error.message : String(error)
  return {
    ok: false,
    error: { code: 'unexpected', message: `Something went wrong inside the app: ${message}` },
  }
}
