import type { SourcePerson } from './draft'
import { partSeparator } from './json-records'
import { valueWord } from './words/value-word'

const nobody: ReadonlySet<string> = new Set(
  [
    'Unassigned',
    'None',
    'Nobody',
    'TBD',
    'Not assigned',
    'Nicht zugewiesen',
    'Non assigné',
    'Sin asignar',
    'Não atribuído',
    'Non assegnato',
    'Niet toegewezen',
  ].map(valueWord),
)

/**
 * The person in a cell, `Name`, `Name <mail>`, `Name (mail)` or `Name <DOMAIN\account>`; of several the first.
 * Undefined when it says nobody.
 */
export function personIn(cell: string): SourcePerson | undefined {
  const first = (cell.split(partSeparator)[0] ?? '').trim()
  if (first === '' || nobody.has(valueWord(first))) return undefined
  const match = /^(.*?)\s*[<(]([^<>()\s]+@[^<>()\s]+)[>)]$/u.exec(first)
  if (!match) return { name: first.replace(/(\S)\s*<[^<>\s]+\\[^<>\s]+>$/u, '$1') }
  const [, name = '', email = ''] = match
  return { name: name || email, email }
}
