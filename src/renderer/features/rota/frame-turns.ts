/** As many cells as are drawn within a frame, together with all else that it may have to do. */
export const mostInFrame = 100

/** What waits to be drawn: in each frame as much of it as fits, first come, first served. */
export class FrameTurns {
  private readonly waiting = new Map<() => void, number>()
  private isAsked = false

  constructor(private readonly askForFrame: (frame: () => void) => void) {}

  /**
   * @param cells how many it draws; more than fit into a frame have one of their own
   * @returns how to call it off
   */
  wait(draw: () => void, cells: number): () => void {
    this.waiting.set(draw, cells)
    this.ask()
    return () => this.waiting.delete(draw)
  }

  private ask(): void {
    if (this.isAsked || this.waiting.size === 0) return
    this.isAsked = true
    this.askForFrame(() => this.frame())
  }

  private frame(): void {
    this.isAsked = false
    let room = mostInFrame
    for (const [draw, cells] of this.waiting) {
      if (cells > room && room < mostInFrame) break
      room -= cells
      this.waiting.delete(draw)
      draw()
    }
    this.ask()
  }
}
