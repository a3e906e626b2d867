/** Which entities have changed how often, and who wants to know. */
export class Versions {
  private readonly counts = new Map<string, number>()
  private readonly listeners = new Set<() => void>()
  private total = 0

  of(entity?: string): number {
    return entity === undefined ? this.total : (this.counts.get(entity) ?? 0)
  }

  note(entity: string): void {
    this.counts.set(entity, this.of(entity) + 1)
    this.total++
  }

  /** Tells everybody once, after all that belongs together has been noted. */
  announce(): void {
    for (const listener of this.listeners) listener()
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}
