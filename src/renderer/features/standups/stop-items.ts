import type { Row } from '@domain/merge/row'
import type { Decision } from '@domain/model/entities'
import type { AgendaEntry } from '@domain/standup/agenda'
import { factWords } from '@domain/standup/facts'
import type { SaidLine } from '@domain/standup/lines'

/** One line of a stop: what is told by itself, or what somebody said. */
export type StopItem =
  | { readonly kind: 'issue'; readonly id: string; readonly issue: string }
  | { readonly kind: 'line'; readonly id: string; readonly line: SaidLine }
  | { readonly kind: 'decision'; readonly id: string; readonly row: Row<Decision> }

export interface StopGroup {
  readonly title: string
  readonly items: readonly StopItem[]
  /** Issues that are more than the group shows. */
  readonly more: readonly string[]
}

const mostIssues = 8

export function groupsOf({ facts, carried, said, decisions }: AgendaEntry): StopGroup[] {
  const groups: StopGroup[] = facts.map(({ kind, issues }) => ({
    title: `${factWords[kind]}: ${issues.length}`,
    items: issues
      .slice(0, mostIssues)
      .map((issue) => ({ kind: 'issue' as const, id: `${kind} ${issue}`, issue })),
    more: issues.length > mostIssues ? issues : [],
  }))
  groups.push(
    {
      title: 'Decisions needed',
      items: decisions.map((row) => ({ kind: 'decision' as const, id: `decision ${row.key}`, row })),
      more: [],
    },
    { title: 'Open from before', items: carried.map(itemOf), more: [] },
    { title: 'Said today', items: said.map(itemOf), more: [] },
  )
  return groups.filter(({ items }) => items.length > 0)
}

const itemOf = (line: SaidLine): StopItem => ({ kind: 'line', id: `${line.entity} ${line.key}`, line })
