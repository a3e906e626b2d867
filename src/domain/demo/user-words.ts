import type { IssueClass } from '../model/issue'
import type { Instant } from '../model/value'
import { changeManager } from './cast'
import type { DemoIntent } from './issues'
import type { Calendar } from './timing'

/** An issue that users were told of. */
export interface ToldIssue {
  readonly key: string
  readonly title: string
  readonly text: string
  readonly unit: string
  readonly at: Instant
  workaround: string
  /** Infinity while it is open. */
  fixedAt: Instant
}

const worthTelling: ReadonlySet<IssueClass> = new Set(['defect', 'configuration', 'environment', 'access'])
/** Whoever is told everything reads nothing. */
const mostPerDay = 3

/** Follows the issues as they are told, and puts some of them into words for users. */
export class UserWords {
  readonly told = new Map<string, ToldIssue>()
  private readonly perDay = new Map<number, number>()
  private begun: DemoIntent | undefined

  constructor(private readonly calendar: Calendar) {}

  *follow(intent: DemoIntent): Generator<DemoIntent> {
    const { entity, key, fields, at } = intent
    if (entity !== 'issue') return
    if (fields.raisedAt !== undefined) this.begun = intent
    const known = this.told.get(key)
    if (known && typeof fields.status === 'string')
      known.fixedAt =
        fields.status === 'resolved' || fields.status === 'closed'
          ? Math.min(known.fixedAt, at)
          : Number.POSITIVE_INFINITY
    if (this.isWorthTelling(intent)) yield this.publish(intent)
    const issue = this.told.get(key)
    if (issue && typeof fields.workaround === 'string') {
      issue.workaround = fields.workaround
      yield byChangeManager(key, { publicWorkaround: fields.workaround }, at)
    }
  }

  private isWorthTelling({ key, fields }: DemoIntent): boolean {
    if (this.begun?.key !== key || this.told.has(key)) return false
    return worthTelling.has(fields.class as IssueClass) && this.ofDay() < mostPerDay
  }

  private publish({ key, at }: DemoIntent): DemoIntent {
    const { title, component, reporterUnit } = this.begun?.fields ?? {}
    const words = String(title).replace(/ \([^()]*\)$/, '')
    const text = `You may meet this in ${component}.`
    this.perDay.set(this.day(), this.ofDay() + 1)
    this.told.set(key, {
      key,
      title: words,
      text,
      unit: String(reporterUnit),
      at,
      workaround: '',
      fixedAt: Number.POSITIVE_INFINITY,
    })
    return byChangeManager(key, { publish: true, publicTitle: words, publicText: text }, at)
  }

  private day = () => this.calendar.age(this.begun?.at ?? this.calendar.goLiveAt)
  private ofDay = () => this.perDay.get(this.day()) ?? 0
}

function byChangeManager(key: string, fields: DemoIntent['fields'], at: Instant): DemoIntent {
  return { entity: 'issue', key, fields, at, by: changeManager.name }
}
