/** Words that come again and again, each kept once and told by its place. */
export class Names {
  readonly all: string[] = []
  private readonly places = new Map<string, number>()

  placeOf(name: string): number {
    const known = this.places.get(name)
    if (known !== undefined) return known
    this.places.set(name, this.all.length)
    return this.all.push(name) - 1
  }

  at(place: number): string {
    return this.all[place] ?? ''
  }
}
