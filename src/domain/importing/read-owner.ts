import { personKeyFromName } from '../model/person'
import type { SourcePerson } from './draft'
import { personIn } from './person-name'

/** Reads who owns an issue, and collects everybody met. */
export class OwnerReader {
  /** By their keys, in the order in which they were met. */
  readonly people = new Map<string, SourcePerson>()
  private readonly keys = new Map<string, string | undefined>()

  /** Key of the person that a cell names, if it names one. */
  keyOf(cell: string): string | undefined {
    if (!this.keys.has(cell)) {
      const person = personIn(cell)
      const key = person && personKeyFromName(person.name)
      this.keys.set(cell, key)
      if (person && key && !this.people.has(key)) this.people.set(key, person)
    }
    return this.keys.get(cell)
  }
}
