import type { TrainingKind } from '../model/training-action'
import { cast, changeManager } from './cast'
import type { DemoIntent } from './issues'
import { type Calendar, hour } from './timing'

interface StoryAction {
  readonly title: string
  readonly kind: TrainingKind
  readonly component: string
  readonly terms: readonly string[]
  readonly owner: string
  /** Days after go-live. */
  readonly planned: number
  readonly due: number
  readonly done?: number
}

const story: readonly StoryAction[] = [
  {
    title: 'Quick guide 3: searching by phone number',
    kind: 'guide',
    component: 'Customer 360',
    terms: ['phone', 'number', 'search'],
    owner: 'Chiara Conti',
    planned: 2,
    due: 4,
    done: 5,
  },
  {
    title: 'Half an hour with each centre: moves without a successor',
    kind: 'session',
    component: 'Move in / move out',
    terms: ['successor', 'landlord', 'option', 'dummy'],
    owner: 'David Osei',
    planned: 4,
    due: 9,
    done: 9,
  },
  {
    title: 'Tip of the day: hand a case over, do not close it',
    kind: 'tip',
    component: 'Case management',
    terms: ['closed', 'opened', 'handed', 'history'],
    owner: changeManager.name,
    planned: 8,
    due: 11,
    done: 12,
  },
  {
    title: 'Instalment plans: the first due date, shown at the desk',
    kind: 'session',
    component: 'Payments',
    terms: ['instalment', 'plans', 'date', 'first'],
    owner: 'David Osei',
    planned: 15,
    due: 24,
    done: 24,
  },
  {
    title: 'Quick guide 9: the access code letter of the portal',
    kind: 'guide',
    component: 'Customer portal',
    terms: ['access', 'code', 'portal'],
    owner: 'Petra Hahn',
    planned: 13,
    due: 19,
    done: 23,
  },
]

/** What is done about what people keep asking: some has helped, one is late. */
export function* trainingActions(calendar: Calendar): Generator<DemoIntent> {
  for (const [index, { title, kind, component, terms, owner, planned, due, done }] of story.entries()) {
    const key = `training:${index + 1}`
    const fields = {
      title,
      kind,
      component,
      owner: cast.find(({ name }) => name === owner)?.key ?? null,
      dueOn: calendar.day(due),
      ...Object.fromEntries(terms.map((term) => [`term:${term}`, true])),
    }
    const by = changeManager.name
    const at = calendar.goLiveAt + (planned * 24 + 7) * hour
    yield { entity: 'trainingAction', key, fields, at, by }
    if (done === undefined || done > calendar.length) continue
    const doneAt = calendar.goLiveAt + (done * 24 + 8) * hour
    yield { entity: 'trainingAction', key, fields: { doneAt }, at: doneAt, by }
  }
}
