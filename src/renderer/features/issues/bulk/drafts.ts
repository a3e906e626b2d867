import {
  type IssueStatus,
  issueClasses,
  issueOrigins,
  issueStatuses,
  owningTeams,
  type Rescue,
  rescues,
  severities,
} from '@domain/model/issue'
import { instantAtWall } from '@domain/time/wall'
import type { BulkWish, PlainBulkField } from '@domain/triage/bulk-edit'
import { isDemanding } from '@domain/triage/issue-status'
import { classWords, originWords, severityWords, statusWords, teamWords } from '@domain/triage/words'
import { useSession } from '../../../storage/queries'
import { useZone } from '../../../view-state/use-zone'
import { type StatusAnswer, standingAnswer, useStatusWish } from '../detail/status-answer'
import type { BulkField } from './fields'

/** One line of the dialog: a field, and what it shall hold. */
export interface Draft {
  readonly id: number
  readonly field: BulkField
  /** Undefined until something is chosen; '' empties the field. */
  readonly value: string | undefined
  /** To what a status asks. */
  readonly answer: StatusAnswer
}

export function newDraft(id: number, field: BulkField): Draft {
  return { id, field, value: undefined, answer: standingAnswer({}, 'UTC') }
}

interface Choices {
  readonly values: readonly (string | number)[]
  readonly words: Readonly<Record<string | number, string>>
}

/** Who resolved it, as far as the draft says; undefined where it says nothing. */
export function rescueOf({ field, value, answer }: Draft): Rescue | null | undefined {
  if (field === 'status') return answer.rescue
  return value === undefined ? undefined : (rescues.find((rescue) => rescue === value) ?? null)
}

/** Whether the draft asks who resolved it. */
export const asksForRescue = ({ field, value }: Draft): boolean =>
  field === 'rescue' || (field === 'status' && value === 'resolved')

export const withRescue = (draft: Draft, rescue: Rescue | null): Draft =>
  draft.field === 'status'
    ? { ...draft, answer: { ...draft.answer, rescue } }
    : { ...draft, value: rescue ?? '' }

/** Fields of which one of a few is chosen. */
export const choicesOf: Partial<Record<BulkField, Choices>> = {
  status: { values: issueStatuses, words: statusWords },
  severity: { values: severities, words: severityWords },
  class: { values: issueClasses, words: classWords },
  origin: { values: issueOrigins, words: originWords },
  team: { values: owningTeams, words: teamWords },
  publish: { values: ['yes', 'no'], words: { yes: 'Yes', no: 'No' } },
}

/** Turns a draft into what is wished for; undefined while something is missing. */
export function useWishOf(): (draft: Draft) => BulkWish | undefined {
  const { replica } = useSession()
  const zone = useZone()
  const statusWish = useStatusWish()
  return ({ field, value, answer }) => {
    if (value === undefined) return undefined
    switch (field) {
      case 'status': {
        const status = value as IssueStatus
        const to = isDemanding(status) ? statusWish(status, answer) : { status }
        return to && { kind: 'status', to }
      }
      case 'rescue':
        return { kind: 'rescue', to: rescues.find((rescue) => rescue === value) ?? null }
      case 'severity':
        return { kind: 'severity', to: severities.find((severity) => String(severity) === value) ?? null }
      case 'owner': {
        const name = replica.rows('person').get(value)?.values.name ?? value
        return { kind: 'owner', to: value === '' ? null : { key: value, name } }
      }
      case 'tag':
      case 'untag':
        return value.trim() === '' ? undefined : { kind: field, tag: value }
      case 'publish':
        return { kind: 'field', field, to: value === '' ? null : value === 'yes' }
      case 'nextUpdateDue': {
        const instant = instantAtWall(value, zone)
        if (value !== '' && instant === undefined) return undefined
        return { kind: 'field', field, to: instant ?? null }
      }
      default:
        return { kind: 'field', field: field satisfies PlainBulkField, to: value === '' ? null : value }
    }
  }
}
