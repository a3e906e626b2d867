import { begunAt, standsSince } from '../merge/apply'
import type { Replica } from '../merge/replica'
import type { Instant } from '../model/value'
import { dayOf } from '../time/zone'
import { type QuestionCluster, questionClusters } from '../training/clusters'
import { isAboutCluster } from '../training/commands'
import { allQuestions, type Effect, effectOf, type TrainingActionRow } from '../training/effect'
import { finish } from '../triage/sliced-sort'
import type { IssueReading } from './issue-reading'
import type { Reading } from './reading'
import type { Redact } from './redacting'

/** Questions that say the same, as a report made at one instant sees them. */
export interface GapReading {
  /** The first that was asked, then the others. */
  readonly issues: readonly IssueReading[]
  readonly cluster: QuestionCluster
  /** What is done about it, or was. */
  readonly actions: readonly ActionReading[]
}

export interface ActionReading {
  readonly row: TrainingActionRow
  readonly title: string
  readonly state: 'open' | 'overdue' | 'done'
  /** Undefined while it is not done. */
  readonly effect: Effect | undefined
}

type Read = Pick<Reading, 'asOf' | 'zone' | 'engagement' | 'issues'>

/** What a report reads of what people keep asking. Questions are compared only where somebody asks for them. */
export class TrainingReading {
  private readonly issueOf: ReadonlyMap<string, IssueReading>
  private found: { readonly actions: ActionReading[]; readonly gaps: GapReading[] } | undefined

  constructor(
    private readonly replica: Replica,
    private readonly read: Read,
    private readonly redact: Redact = (text) => text,
  ) {
    this.issueOf = new Map(read.issues.map((issue) => [issue.row.key, issue]))
  }

  /** Those that were planned by then, in the order of their keys. */
  get actions(): readonly ActionReading[] {
    return this.all.actions
  }

  /** What was asked more than once, and of late at least once; those asked most of late first. */
  get gaps(): readonly GapReading[] {
    return this.all.gaps
  }

  readings(rows: Effect['before']['issues']): IssueReading[] {
    return rows.flatMap(({ key }) => this.issueOf.get(key) ?? [])
  }

  private get all() {
    this.found ??= this.compare()
    return this.found
  }

  private compare() {
    const { asOf, zone, engagement } = this.read
    const issues = this.replica.rows('issue')
    const questions = finish(allQuestions(issues.values()))
    const today = dayOf(asOf, zone)
    const actions = [...this.replica.rows('trainingAction').values()]
      .filter((row) => begunAt(row) <= asOf && isThere(row, asOf))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map((row): ActionReading => {
        const { doneAt, dueOn } = row.values
        const isDone = doneAt != null && doneAt <= asOf
        return {
          row,
          title: this.redact(row.values.title ?? ''),
          state: isDone ? 'done' : dueOn != null && dueOn < today ? 'overdue' : 'open',
          effect: finish(effectOf(row, questions, asOf, engagement.goLiveAt)),
        }
      })
    const gaps = finish(questionClusters(questions, asOf))
      .filter(({ lately }) => lately > 0)
      .map((cluster) => ({
        cluster,
        issues: this.readings(cluster.issues),
        actions: actions.filter(({ row }) => isAboutCluster(row, cluster)),
      }))
    return { actions, gaps }
  }
}

function isThere(row: TrainingActionRow, asOf: Instant): boolean {
  return row.values.removed !== true || standsSince(row, 'removed') > asOf
}
