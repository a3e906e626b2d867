import { engagementKey } from '@domain/model/engagement'
import type { Severity } from '@domain/model/issue'
import { severityWords } from '@domain/triage/words'
import { useRow } from '../storage/queries'

/** How a severity reads where it is chosen: `2 Significant`, by its name in this engagement. */
export function useSeverityText(): (severity: Severity) => string {
  const policy = useRow('engagement', engagementKey)?.values
  return (severity) => {
    const name = policy?.[`severity.${severity}.name`]
    return name ? `${severityWords[severity]} ${name}` : severityWords[severity]
  }
}
