import { counted } from '../reporting/words'
import { type FactGroup, factWords } from './facts'

const mostNamed = 8

/** What has changed since the last standup, a line each, as it is kept with the minutes. */
export function roundUpText(groups: readonly FactGroup[], issueName: (key: string) => string): string {
  return groups
    .map(({ kind, issues }) => {
      const named = issues.slice(0, mostNamed).map(issueName).join(', ')
      const more = issues.length - mostNamed
      return `${factWords[kind]}: ${counted(issues.length, 'issue')} (${named}${more > 0 ? ` and ${more} more` : ''})`
    })
    .join('\n')
}
