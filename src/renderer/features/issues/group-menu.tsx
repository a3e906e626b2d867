import { canGroupBy } from '@domain/triage/issue-look'
import { listColumns } from '@domain/triage/list-columns'
import { useRef } from 'react'
import { Button } from '../../ui/button'
import { Menu, type MenuItem, type MenuSection } from '../../ui/menu'
import { shortcuts } from '../../view-state/shortcuts'
import { useShortcut } from '../../view-state/use-shortcuts'
import { useIssueList, useIssueView } from './use-issue-view'
import { columnLabel } from './value-text'

const fields = listColumns.filter(canGroupBy).map(({ id }) => id)
const longestName = 60

/** By which column the issues stand together. */
export function GroupMenu() {
  const { view } = useIssueView()
  const grouping = useIssueList((state) => state.grouping)
  const { group, collapseAll } = useIssueList((state) => state)
  const button = useRef<HTMLButtonElement>(null)
  useShortcut('groupIssues', () => {
    button.current?.focus()
    button.current?.click()
  })
  const itemOf = (id: string): MenuItem => ({
    id,
    label: columnLabel(id).slice(0, longestName),
    checked: id === grouping,
    run: () => group(id),
  })
  const imported = view.finder.importedColumns.map(itemOf)
  const sections: MenuSection[] = [
    ...(grouping === null
      ? []
      : [
          {
            items: [
              { id: 'ungroup', label: 'Do not group', run: () => group(null) },
              {
                id: 'close-all',
                label: 'Close all groups',
                keys: 'Shift+ArrowLeft',
                run: () => collapseAll(true),
              },
              {
                id: 'open-all',
                label: 'Open all groups',
                keys: 'Shift+ArrowRight',
                run: () => collapseAll(false),
              },
            ],
          },
        ]),
    { title: 'Group by', items: fields.map(itemOf) },
    ...(imported.length > 0 ? [{ title: 'Imported columns', items: imported }] : []),
  ]
  return (
    <Menu
      label="Group by"
      trigger={(trigger) => (
        <Button
          {...trigger}
          ref={button}
          tone="quiet"
          icon="issues"
          data-tooltip={shortcuts.groupIssues.title}
          data-tooltip-keys={shortcuts.groupIssues.keys}
        >
          {grouping === null ? 'Group' : `By ${columnLabel(grouping).slice(0, longestName).toLowerCase()}`}
        </Button>
      )}
      sections={sections}
    />
  )
}
