import type {
  Answer,
  EventName,
  EventPayload,
  RequestInput,
  RequestName,
  RequestOutput,
  WarRoomBridge,
} from '@contract/ipc'
import { eventChannel, requestChannel } from '@contract/terms'
import { contextBridge, ipcRenderer } from 'electron'

const bridge: WarRoomBridge = {
  request<R extends RequestName>(name: R, input: RequestInput<R>) {
    return ipcRenderer.invoke(requestChannel, name, input) as Promise<Answer<RequestOutput<R>>>
  },
  on<E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void) {
    const relay = (_event: unknown, told: EventName, payload: EventPayload<E>) => {
      if (told === name) listener(payload)
    }
    ipcRenderer.on(eventChannel, relay)
    return () => ipcRenderer.off(eventChannel, relay)
  },
}

contextBridge.exposeInMainWorld('warRoom', bridge)
