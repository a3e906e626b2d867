/** Tells what of a span of time went into which step, in milliseconds. */
export function stopwatch() {
  const began = performance.now()
  let last = began
  const steps: Record<string, number> = {}
  return {
    steps,
    step(name: string): void {
      const now = performance.now()
      steps[name] = now - last
      last = now
    },
    total: () => last - began,
  }
}
