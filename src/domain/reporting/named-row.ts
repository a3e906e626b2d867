import { builtInKey, builtIns } from '../exit/criteria'
import type { Replica } from '../merge/replica'
import { builtInCriteria } from '../model/exit-criterion'
import type { Value } from '../model/value'
import { calledKey } from '../triage/list-columns'
import type { FigureRow } from './figure'
import type { Redaction } from './redaction'

/** A row behind a figure, as people know it. */
export interface NamedRow extends FigureRow {
  /** The key of an issue; nothing for others. */
  readonly called: string
  readonly title: string
}

const longestTitle = 200

/** With a redaction, nothing that is withheld: also a key may be a name. */
export function namedRow(replica: Replica, { entity, key }: FigureRow, redaction?: Redaction): NamedRow {
  const told = redaction?.text ?? ((text: string) => text)
  if (entity === 'issue') {
    const row = replica.rows('issue').get(key)
    const issue = row && (redaction?.issue(row) ?? row)
    return {
      entity,
      key,
      called: issue ? calledKey(issue) : '',
      title: cut(issue?.values.title || told(key)),
    }
  }
  const { title, name, subject, text, day, builtIn } = replica.table(entity).get(key)?.values ?? {}
  const criterion = entity === 'exitCriterion' ? criterionTitle(key, builtIn) : undefined
  const words = String(title ?? name ?? criterion ?? subject ?? text ?? day ?? key)
  const isPerson = entity === 'person' || entity === 'laptop'
  return {
    entity,
    key,
    called: '',
    title: cut(redaction && isPerson ? redaction.person(words) : told(words)),
  }
}

/** A built-in criterion that nobody has touched has no row yet; its key says which it is. */
function criterionTitle(key: string, told: Value | undefined): string | undefined {
  return builtInCriteria
    .filter((builtIn) => builtIn === told || builtInKey(builtIn) === key)
    .map((builtIn) => builtIns[builtIn].title)[0]
}

const cut = (text: string) => text.slice(0, longestTitle)
