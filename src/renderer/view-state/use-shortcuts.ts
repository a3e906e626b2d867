import { useLayoutEffect, useRef } from 'react'
import type { ShortcutName } from './shortcuts'

type Handler = () => void
const handlers = new Map<ShortcutName, Handler[]>()

/** Answers to a shortcut while the component is on the screen; the one that came last wins. */
export function useShortcut(name: ShortcutName, handler: Handler, enabled = true): void {
  useShortcuts({ [name]: handler }, enabled)
}

/** Answers to several shortcuts together, always the same ones. */
export function useShortcuts(answers: Partial<Record<ShortcutName, Handler>>, enabled = true): void {
  const latest = useRef(answers)
  // With the screen, not after it: somebody may press the key as soon as it is shown.
  useLayoutEffect(() => {
    latest.current = answers
  })
  const names = Object.keys(answers).join(' ')
  useLayoutEffect(() => {
    if (!enabled) return
    const stops = names.split(' ').map((name) => listen(name as ShortcutName, () => latest.current))
    return () => {
      for (const stop of stops) stop()
    }
  }, [names, enabled])
}

/** What shall run as soon as its screen answers to it, and the place where that is waited for. */
let awaited: { readonly name: ShortcutName; readonly path: string } | undefined

/** Runs a shortcut of the screen at a path that is only just being opened, as soon as it answers. */
export function runWhenAnswered(name: ShortcutName, path: string): void {
  awaited = { name, path }
}

/** Whoever has gone elsewhere in the meantime does not want it any more. */
export function forgetAwaited(location: string): void {
  if (awaited && awaited.path !== location) awaited = undefined
}

function listen(name: ShortcutName, latest: () => Partial<Record<ShortcutName, Handler>>): () => void {
  const own = () => latest()[name]?.()
  handlers.set(name, [...(handlers.get(name) ?? []), own])
  if (awaited?.name === name) {
    awaited = undefined
    // After the draw that brought the screen: what runs may draw again.
    queueMicrotask(() => runShortcut(name))
  }
  return () => {
    handlers.set(
      name,
      (handlers.get(name) ?? []).filter((one) => one !== own),
    )
  }
}

/** Whether something on the screen listens to the shortcut. */
export function isAnswered(name: ShortcutName): boolean {
  return (handlers.get(name)?.length ?? 0) > 0
}

/** Runs what answers to the shortcut; false when nothing does. */
export function runShortcut(name: ShortcutName): boolean {
  const handler = handlers.get(name)?.at(-1)
  handler?.()
  return handler !== undefined
}
