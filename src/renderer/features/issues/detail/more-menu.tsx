import type { IssueRow } from '@domain/triage/as-of'
import { removeIssue } from '@domain/triage/commands'
import { IconButton } from '../../../ui/icon-button'
import { Menu } from '../../../ui/menu'
import { shortcuts } from '../../../view-state/shortcuts'
import { useAct } from '../../../view-state/use-act'
import { useShortcut } from '../../../view-state/use-shortcuts'
import { usePutOnStandup } from './use-put-on-standup'

export interface MoreMenuProps {
  readonly row: IssueRow
  readonly readOnly: boolean
  readonly onClose: () => void
}

/** What is seldom done to an issue. */
export function MoreMenu({ row, readOnly, onClose }: MoreMenuProps) {
  const act = useAct()
  const putOnStandup = usePutOnStandup(row)
  useShortcut('putOnStandup', putOnStandup, !readOnly)
  return (
    <Menu
      label="More about this issue"
      trigger={(trigger) => <IconButton {...trigger} icon="more" label="More" disabled={readOnly} />}
      sections={[
        {
          items: [
            {
              id: 'standup',
              label: shortcuts.putOnStandup.title,
              icon: 'comment',
              keys: shortcuts.putOnStandup.keys,
              run: putOnStandup,
            },
            {
              id: 'remove',
              label: 'Remove issue',
              icon: 'trash',
              tone: 'danger',
              run: () => void act(removeIssue(row)).then((done) => done && onClose()),
            },
          ],
        },
      ]}
    />
  )
}
