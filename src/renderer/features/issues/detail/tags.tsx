import type { IssueRow } from '@domain/triage/as-of'
import { addTag, removeTag } from '@domain/triage/commands'
import { tagsOf } from '@domain/triage/set-columns'
import { useAct } from '../../../view-state/use-act'
import { useIssueView } from '../use-issue-view'
import { Chips } from './chips'

export function Tags({ row, readOnly }: { readonly row: IssueRow; readonly readOnly: boolean }) {
  const act = useAct()
  const { view } = useIssueView()
  return (
    <Chips
      title="Tags"
      names={tagsOf(row)}
      addLabel="Add a tag"
      suggested={view.finder.tags}
      readOnly={readOnly}
      onAdd={(typed) => act(addTag(row, typed))}
      onRemove={(tag) => void act(removeTag(row, tag))}
    />
  )
}
