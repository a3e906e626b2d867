import type { ColumnMapping, ValueMaps } from '@domain/importing/mapping'
import type { Target } from '@domain/importing/targets'
import { sharedTargets } from '@domain/importing/targets'
import type { ValueTarget } from '@domain/importing/value-meaning'
import { channels, issueClasses, issueStatuses, severities } from '@domain/model/issue'

/** The mapping with a column feeding something else; what fed that before is kept as it came. */
export function mapColumn(mapping: ColumnMapping, header: string, target: Target | null): ColumnMapping {
  const columns = new Map(Object.entries(mapping.columns))
  if (target !== null && !sharedTargets.has(target))
    for (const [other, fed] of columns) if (fed === target) columns.set(other, null)
  columns.set(header, target)
  return { ...mapping, columns: Object.fromEntries(columns) }
}

/** The mapping with a word of the file settled; '' takes back what was said. */
export function settleWord(
  mapping: ColumnMapping,
  target: ValueTarget,
  word: string,
  meaning: string,
): ColumnMapping {
  const values: ValueMaps = {
    ...mapping.values,
    status: settled(mapping.values.status, issueStatuses, target === 'status', word, meaning),
    severity: settled(mapping.values.severity, severities, target === 'severity', word, meaning),
    class: settled(mapping.values.class, issueClasses, target === 'class', word, meaning),
    channel: settled(mapping.values.channel, channels, target === 'channel', word, meaning),
  }
  return { ...mapping, values }
}

function settled<T extends string | number>(
  words: Readonly<Record<string, T>> | undefined,
  meanings: readonly T[],
  concerned: boolean,
  word: string,
  meaning: string,
): Record<string, T> {
  const kept = new Map(Object.entries(words ?? {}))
  if (concerned) {
    const found = meanings.find((one) => String(one) === meaning)
    if (found === undefined) kept.delete(word)
    else kept.set(word, found)
  }
  return Object.fromEntries(kept)
}
