import type { Instant } from '../model/value'
import { type IssueRow, raisedAt } from '../triage/as-of'
import { KnownWords } from './known-words'
import { isQuestion, sameName } from './questions'

/** Questions about one component that say the same with the same words. */
export interface QuestionCluster {
  /** Key of the question that was asked first: the same on every laptop that holds the same issues. */
  readonly id: string
  /** As most of its issues write it; '' where they name none. */
  readonly component: string
  /** Words that most of them have and few others, those that say most first. */
  readonly terms: readonly string[]
  /** Oldest first. */
  readonly issues: readonly IssueRow[]
  /** Who asked how often, most first. */
  readonly units: readonly { readonly unit: string; readonly count: number }[]
  /** How many were raised of late. */
  readonly lately: number
}

const day = 86_400_000
export const latelyDays = 14
/** Of all the words that two questions have, those that are the same weigh at least so much. */
const leastLike = 0.34
const fewestShared = 2
const mostTerms = 4
/** A word that begins so many clusters tells none of them from another. */
const mostPostings = 150
const readBetweenYields = 200
/** Comparing one question with all that are like it takes as long as reading many. */
const comparedBetweenYields = 20
const toldBetweenYields = 100

interface Question {
  readonly row: IssueRow
  readonly words: ReadonlyMap<string, number>
}

interface Group {
  readonly leader: Question
  readonly weight: number
  readonly members: Question[]
}

/**
 * What people keep asking, in steps: questions asked more than once, those of late first. Each question joins the most
 * similar one of its component that was asked before it, so that what is asked later never changes what was found.
 */
export function* questionClusters(
  issues: Iterable<IssueRow>,
  now: Instant,
  known = new KnownWords(),
): Generator<void, QuestionCluster[]> {
  const questions: Question[] = []
  let read = 0
  for (const row of issues) {
    if (++read % readBetweenYields === 0) yield
    if (isQuestion(row) && raisedAt(row) <= now) questions.push({ row, words: known.of(row) })
  }
  questions.sort((a, b) => raisedAt(a.row) - raisedAt(b.row) || (a.row.key < b.row.key ? -1 : 1))
  const weightOf = yield* weigh(questions)
  const components = new Map<string, Component>()
  for (const [place, question] of questions.entries()) {
    if (place % comparedBetweenYields === 0) yield
    const name = sameName(question.row.values.component)
    let component = components.get(name)
    if (!component) {
      component = new Component(weightOf)
      components.set(name, component)
    }
    component.add(question)
  }
  const clusters: QuestionCluster[] = []
  let told = 0
  for (const { groups } of components.values()) {
    yield
    for (const group of groups) {
      if (group.members.length < 2) continue
      clusters.push(clusterOf(group, weightOf, now))
      told += group.members.length
      if (told < toldBetweenYields) continue
      told = 0
      yield
    }
  }
  return clusters.sort(
    (a, b) => b.lately - a.lately || b.issues.length - a.issues.length || (a.id < b.id ? -1 : 1),
  )
}

type WeightOf = (word: string) => number

/** The rarer a word is among the questions, the more it says; one that stands in a single question joins nothing. */
function* weigh(questions: readonly Question[]): Generator<void, WeightOf> {
  const counts = new Map<string, number>()
  for (const [place, { words }] of questions.entries()) {
    if (place % readBetweenYields === 0) yield
    for (const word of words.keys()) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return (word) => {
    const count = counts.get(word) ?? 0
    return count < 2 ? 0 : Math.log((questions.length + 1) / count)
  }
}

/** The questions about one component. */
class Component {
  readonly groups: Group[] = []
  private readonly byWord = new Map<string, Group[]>()

  constructor(private readonly weightOf: WeightOf) {}

  add(question: Question): void {
    const weight = this.totalOf(question)
    const group = this.mostLike(question, weight)
    if (group) group.members.push(question)
    else this.begin(question, weight)
  }

  private begin(question: Question, weight: number): void {
    const group = { leader: question, weight, members: [question] }
    this.groups.push(group)
    for (const word of question.words.keys()) {
      if (this.weightOf(word) === 0) continue
      const groups = this.byWord.get(word)
      if (groups) groups.push(group)
      else this.byWord.set(word, [group])
    }
  }

  private mostLike({ words }: Question, weight: number): Group | undefined {
    const shared = new Map<Group, { weight: number; words: number }>()
    for (const [word, counts] of words) {
      const groups = this.byWord.get(word) ?? []
      if (groups.length > mostPostings) continue
      for (const group of groups) {
        const found = shared.get(group) ?? { weight: 0, words: 0 }
        found.weight += this.weightOf(word) * Math.min(counts, group.leader.words.get(word) ?? 0)
        found.words++
        shared.set(group, found)
      }
    }
    let best: Group | undefined
    let most = 0
    for (const [group, found] of shared) {
      const alike = (2 * found.weight) / (weight + group.weight)
      if (found.words < fewestShared || alike < leastLike || alike <= most) continue
      best = group
      most = alike
    }
    return best
  }

  private totalOf({ words }: Question): number {
    let total = 0
    for (const [word, counts] of words) total += counts * this.weightOf(word)
    return total
  }
}

function clusterOf({ leader, members }: Group, weightOf: WeightOf, now: Instant): QuestionCluster {
  const issues = members.map(({ row }) => row)
  return {
    id: leader.row.key,
    component: commonest(issues.map(({ values }) => values.component?.trim() ?? '')),
    terms: termsOf(members, weightOf),
    issues,
    units: unitsOf(issues),
    lately: issues.filter((row) => raisedAt(row) > now - latelyDays * day).length,
  }
}

function termsOf(members: readonly Question[], weightOf: WeightOf): string[] {
  const found = new Map<string, { members: number; counts: number }>()
  for (const { words } of members) {
    for (const [word, counts] of words) {
      const one = found.get(word) ?? { members: 0, counts: 0 }
      one.members++
      one.counts += counts
      found.set(word, one)
    }
  }
  return [...found]
    .filter(([, one]) => one.members * 2 >= members.length)
    .map(([word, { counts }]) => ({ word, says: counts * weightOf(word) }))
    .filter(({ says }) => says > 0)
    .sort((a, b) => b.says - a.says || (a.word < b.word ? -1 : 1))
    .slice(0, mostTerms)
    .map(({ word }) => word)
}

function unitsOf(issues: readonly IssueRow[]): QuestionCluster['units'] {
  const counts = new Map<string, number>()
  for (const { values } of issues) {
    const unit = values.reporterUnit?.trim() ?? ''
    counts.set(unit, (counts.get(unit) ?? 0) + 1)
  }
  return [...counts]
    .map(([unit, count]) => ({ unit, count }))
    .sort((a, b) => b.count - a.count || (a.unit < b.unit ? -1 : 1))
}

function commonest(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? ''
}
