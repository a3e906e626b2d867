import { removeView, renameView, saveView, updateView } from '@domain/triage/saved-view'
import { useRef, useState } from 'react'
import { useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { Menu, type MenuItem, type MenuSection } from '../../ui/menu'
import { issueListOf, lookOf } from '../../view-state/issue-list'
import type { ListView } from '../../view-state/list-views'
import { shortcuts } from '../../view-state/shortcuts'
import { useAct } from '../../view-state/use-act'
import { type ChosenView, useViewCounts } from '../../view-state/use-list-views'
import { useShortcut } from '../../view-state/use-shortcuts'
import { ViewNameDialog } from './view-name-dialog'

const longestShown = 32
const numbers = new Intl.NumberFormat('en-GB')

export interface ViewMenuProps {
  readonly views: readonly ListView[]
  readonly chosen: ChosenView | undefined
}

/** Which view the list shows, how far it has moved away from it, and what can be done about that. */
export function ViewMenu({ views, chosen }: ViewMenuProps) {
  const session = useSession()
  const act = useAct()
  const button = useRef<HTMLButtonElement>(null)
  const [naming, setNaming] = useState<'new' | 'rename' | undefined>(undefined)
  const list = issueListOf(session.id)
  const canWrite = session.access.kind === 'write'
  const counts = useViewCounts(views)
  const saved = chosen?.view.saved

  async function update() {
    if (saved) await act(updateView(saved, lookOf(list.getState())))
  }

  useShortcut('issueViews', () => {
    button.current?.focus()
    button.current?.click()
  })
  useShortcut('saveView', () => (saved ? void update() : setNaming('new')), canWrite)

  async function name(typed: string): Promise<boolean> {
    const rows = session.replica.rows('savedView')
    if (naming === 'rename' && saved) return act(renameView(saved, typed, rows.values()))
    const key = crypto.randomUUID()
    if (!(await act(saveView(key, typed, lookOf(list.getState()), rows.values())))) return false
    list.getState().callView(key)
    return true
  }

  async function remove() {
    if (saved && (await act(removeView(saved)))) list.getState().callView(undefined)
  }

  const itemOf = (view: ListView): MenuItem => {
    const count = counts?.get(view.id)
    return {
      id: view.id,
      label: view.unavailable === undefined ? view.name : `${view.name}: ${view.unavailable}`,
      checked: chosen?.view.id === view.id,
      disabled: view.unavailable !== undefined,
      ...(count !== undefined && { note: numbers.format(count) }),
      run: () => list.getState().showView(view),
    }
  }
  const own = views.filter((view) => view.saved)
  const sections: MenuSection[] = [
    { title: 'Views', items: views.filter((view) => !view.saved).map(itemOf) },
    ...(own.length > 0 ? [{ title: 'Saved here', items: own.map(itemOf) }] : []),
    { items: [...changes(), ...keeping()] },
  ].filter(({ items }) => items.length > 0)

  function changes(): MenuItem[] {
    if (!chosen?.changed) return []
    const { view } = chosen
    return [
      ...(saved && canWrite
        ? [
            {
              id: 'update',
              label: `Save the changes to “${view.name}”`,
              keys: shortcuts.saveView.keys,
              run: () => void update(),
            },
          ]
        : []),
      { id: 'back', label: `Back to “${view.name}”`, run: () => list.getState().showView(view) },
    ]
  }

  function keeping(): MenuItem[] {
    if (!canWrite) return []
    return [
      {
        id: 'save-as',
        label: 'Save as a new view…',
        ...(!saved && { keys: shortcuts.saveView.keys }),
        run: () => setNaming('new'),
      },
      ...(saved
        ? ([
            { id: 'rename', label: 'Rename…', run: () => setNaming('rename') },
            { id: 'remove', label: `Remove “${chosen.view.name}”`, tone: 'danger', run: () => void remove() },
          ] as const)
        : []),
    ]
  }

  return (
    <>
      <Menu
        label="Views"
        trigger={(trigger) => (
          <Button
            {...trigger}
            ref={button}
            tone="quiet"
            icon="flag"
            data-tooltip={shortcuts.issueViews.title}
            data-tooltip-keys={shortcuts.issueViews.keys}
          >
            {chosen ? `View: ${clipped(chosen.view.name)}${chosen.changed ? ', changed' : ''}` : 'Views'}
          </Button>
        )}
        sections={sections}
      />
      {naming && (
        <ViewNameDialog
          title={naming === 'rename' ? 'Rename the view' : 'Save as a new view'}
          initial={naming === 'rename' ? (chosen?.view.name ?? '') : ''}
          confirm={naming === 'rename' ? 'Rename' : 'Save'}
          onName={name}
          onClose={() => setNaming(undefined)}
        />
      )}
    </>
  )
}

const clipped = (name: string) => (name.length > longestShown ? `${name.slice(0, longestShown)}…` : name)
