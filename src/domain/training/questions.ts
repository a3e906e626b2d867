import type { IssueClass } from '../model/issue'
import type { IssueRow } from '../triage/as-of'
import { fold } from '../triage/fold'

const howTo: ReadonlySet<IssueClass> = new Set(['training-gap', 'question'])

/** Whether somebody did not know how, and the system did what it should. A duplicate is a question asked once more. */
export function isQuestion({ values }: IssueRow): boolean {
  return values.removed !== true && values.class != null && howTo.has(values.class)
}

/** How components and units are told apart: by what people take for the same words. '' where none is told. */
export const sameName = (name: string | null | undefined) => fold(name?.trim() ?? '')
