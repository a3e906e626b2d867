/** Milliseconds of one frame at the usual 60 a second. */
export const frameMs = 1_000 / 60

/** Resolves when the next frame has been painted. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      // A message that is sent in a frame arrives after the frame has been painted.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve()
      port2.postMessage(undefined)
    })
  })
}

/** Resolves so many milliseconds after the beginning of a frame, as people press keys at any time within one. */
export async function within(phase: number): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(resolve))
  await new Promise((resolve) => setTimeout(resolve, phase))
}
