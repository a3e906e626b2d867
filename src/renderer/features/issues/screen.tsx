import { filteredColumns } from '@domain/triage/issue-query'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useLocation, useRoute } from 'wouter'
import { useRows, useSession } from '../../storage/queries'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { PageHeader } from '../../ui/page-header'
import { SplitPane } from '../../ui/split-pane'
import { paths } from '../../view-state/paths'
import { shortcuts } from '../../view-state/shortcuts'
import { useChosenView, useListViews } from '../../view-state/use-list-views'
import { runShortcut, useShortcut } from '../../view-state/use-shortcuts'
import { ColumnMenu } from './column-menu'
import { FilterBar } from './filter-bar'
import { GroupMenu } from './group-menu'
import { IssueTable, type IssueTableHandle } from './issue-table'
import { PickedBar } from './picked-bar'
import { ResolveDialog } from './resolve-dialog'
import styles from './screen.module.css'
import { useFound, useIssueList, useIssueView, useLines } from './use-issue-view'
import { ViewMenu } from './view-menu'

// The detail's fields are large and not needed to see the list.
const IssueDetail = lazy(() => import('./detail/issue-detail'))
const NewIssueDialog = lazy(() => import('./new-issue-dialog'))

const numbers = new Intl.NumberFormat('en-GB')

/** The list of issues with search, filters and the detail of one. */
export default function IssuesScreen() {
  const { view } = useIssueView()
  const { access } = useSession()
  const query = useIssueList((state) => state.query)
  const { clearFilters, setDetailWidth } = useIssueList((state) => state)
  const detailWidth = useIssueList((state) => state.detailWidth)
  const found = useFound(query)
  const lines = useLines(found)
  const views = useListViews()
  const chosen = useChosenView(views)
  const [isWriting, setWriting] = useState(false)
  const open = useOpenKey()
  const [, navigate] = useLocation()
  const searchField = useRef<HTMLInputElement>(null)
  const table = useRef<IssueTableHandle>(null)
  const openIssue = (key: string, replace = false) => navigate(paths.issue(key), { replace })
  const close = () => {
    navigate(paths.issues)
    table.current?.focus()
  }
  const hasPicked = useIssueList((state) => state.picked.size > 0)
  const [resolving, setResolving] = useState<string>()
  const [isListNext, setListNext] = useState(false)
  useEffect(() => {
    // After the first issue the list is drawn a moment later than the dialog is gone.
    if (!isListNext || isWriting) return
    table.current?.focus()
    if (table.current) setListNext(false)
  })
  useShortcut('search', () => searchField.current?.select())
  useShortcut('newIssue', () => setWriting(true), access.kind === 'write')

  useShortcut(
    'resolvedBy',
    () => setResolving(open ?? table.current?.activeKey()),
    access.kind === 'write' && !hasPicked,
  )

  const { total } = view.finder
  return (
    <>
      <PageHeader
        title="Issues"
        note={
          <Count found={found.length} total={total} indexing={query.search !== '' && !view.searchIsReady} />
        }
        actions={
          <>
            <ViewMenu views={views} chosen={chosen} />
            <GroupMenu />
            <ColumnMenu />
            <Button
              tone="quiet"
              icon="download"
              data-tooltip={shortcuts.exportIssues.title}
              data-tooltip-keys={shortcuts.exportIssues.keys}
              disabled={total === 0}
              onClick={() => runShortcut('exportIssues')}
            >
              Export
            </Button>
            <Button
              tone="primary"
              icon="plus"
              keys={shortcuts.newIssue.keys}
              disabled={access.kind !== 'write'}
              onClick={() => setWriting(true)}
            >
              New issue
            </Button>
          </>
        }
      />
      <FilterBar searchRef={searchField} onLeaveSearch={() => table.current?.focusFirst()} />
      {chosen && chosen.view.notes.length > 0 && (
        <Banner tone="info" flush>
          Not all of the view “{chosen.view.name}” can be shown. {chosen.view.notes.join(' ')}
        </Banner>
      )}
      <PickedBar />
      <SplitPane
        sideLabel="Issue"
        covers
        onEscape={close}
        size={detailWidth}
        onSizeChange={setDetailWidth}
        side={
          open !== undefined && (
            <Suspense>
              <IssueDetail
                key={open}
                issueKey={open}
                onClose={close}
                onOpen={openIssue}
                onResolve={() => setResolving(open)}
              />
            </Suspense>
          )
        }
      >
        {!view.isOpen ? (
          <EmptyState title="Opening the issues" />
        ) : found.length > 0 ? (
          <IssueTable
            ref={table}
            lines={lines}
            open={open}
            onOpen={openIssue}
            onClose={close}
            onMove={(key) => open !== undefined && openIssue(key, true)}
          />
        ) : view.finder.unknownSets(query).length > 0 || !view.finder.isRead(filteredColumns(query)) ? (
          <EmptyState title="Looking up which issues these are" />
        ) : total === 0 ? (
          <EmptyState
            title="No issues yet"
            actions={
              <Button keys={shortcuts.goImport.keys} onClick={() => navigate(paths.import)}>
                Import an export of your tracker
              </Button>
            }
          >
            Import what your tracker holds, or write down the first one with New issue.
          </EmptyState>
        ) : (
          <EmptyState
            title="No issue matches"
            actions={<Button onClick={clearFilters}>Clear search and filters</Button>}
          >
            {total === 1 ? 'The one issue is' : `All ${numbers.format(total)} issues are`} hidden by what you
            search or filter for.
          </EmptyState>
        )}
      </SplitPane>
      {resolving !== undefined && (
        <ResolveDialog issueKey={resolving} onClose={() => setResolving(undefined)} />
      )}
      <Suspense>
        {isWriting && (
          <NewIssueDialog
            onClose={() => setWriting(false)}
            onWritten={(key) => {
              setWriting(false)
              setListNext(true)
              openIssue(key)
            }}
          />
        )}
      </Suspense>
    </>
  )
}

function Count(props: { readonly found: number; readonly total: number; readonly indexing: boolean }) {
  const { found, total, indexing } = props
  return (
    <output className={styles.count}>
      {found !== total && `${numbers.format(found)} of `}
      {numbers.format(total)} {total === 1 ? 'issue' : 'issues'}
      {indexing && ', getting ready to search'}
    </output>
  )
}

/** Key of the issue that the location names, if there is such an issue. */
function useOpenKey(): string | undefined {
  const [, params] = useRoute(`${paths.issues}/:key`)
  const issues = useRows('issue')
  const named = params?.key
  if (named === undefined) return undefined
  // Whether the router has taken the percent signs away depends on the key; either reading may be it.
  return [named, decoded(named)].find((key) => issues.has(key))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
