import { headerWord } from './header-words'
import { azureDevOps } from './trackers/azure-devops'
import { commonHeaders, generic } from './trackers/generic'
import { github } from './trackers/github'
import { jira } from './trackers/jira'
import { salesforce } from './trackers/salesforce'
import { servicenow, servicenowAudit } from './trackers/servicenow'
import type { SourceName, Tracker } from './trackers/tracker'
import { zendesk } from './trackers/zendesk'

const trackers: Readonly<Record<SourceName, Tracker>> = {
  jira,
  servicenow,
  'servicenow-audit': servicenowAudit,
  salesforce,
  zendesk,
  'azure-devops': azureDevOps,
  github,
  table: generic,
}

export const allTrackers: readonly Tracker[] = Object.values(trackers)

export function trackerOf(source: SourceName): Tracker {
  return trackers[source]
}

/** Every header of every tracker, by `headerWord`: how a header row is told from a title line above it. */
export const knownHeaders: ReadonlySet<string> = new Set(
  [commonHeaders, ...allTrackers.map(({ headers }) => headers)]
    .flatMap((headers) => Object.values(headers).flat())
    .concat(allTrackers.flatMap(({ marks }) => marks))
    .map(headerWord),
)
