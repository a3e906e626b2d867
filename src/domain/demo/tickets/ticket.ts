import type { IssueClass } from '../../model/issue'

/**
 * What a kind of ticket says. `{slots}` in any text are filled anew for each issue; see `slots.ts` for their names.
 */
export interface Ticket {
  readonly class: Exclude<IssueClass, 'duplicate'>
  readonly component: string
  readonly processArea: string
  /** Share of such tickets that hurt enough for severity 2. */
  readonly serious: number
  /** The same trouble in the words of two different people. */
  readonly titles: readonly [string, string]
  readonly description: string
  readonly workaround?: string
  /** What was done about it in the end. */
  readonly fix: string
  readonly tags: readonly string[]
}
