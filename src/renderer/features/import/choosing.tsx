import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { PageHeader } from '../../ui/page-header'
import { shortcuts } from '../../view-state/shortcuts'
import { useShortcut } from '../../view-state/use-shortcuts'
import { EarlierImports } from './earlier-imports'
import type { ImportFlow } from './import-flow'
import styles from './screen.module.css'

export interface ChoosingProps {
  readonly flow: ImportFlow
  /** Why the last file could not be taken. */
  readonly problem: string | undefined
}

/** The way in: a file to choose, and what was imported before. */
export function Choosing({ flow, problem }: ChoosingProps) {
  useShortcut('chooseFile', () => void flow.choose())
  return (
    <>
      <PageHeader title="Import" />
      <div className={styles.page}>
        {problem && <Banner tone="danger">{problem}</Banner>}
        <section className={styles.invitation}>
          <h2 className={styles.invitationTitle}>Bring in an export of your tracker</h2>
          <p className={styles.quiet}>
            Jira, ServiceNow, Salesforce, Zendesk, Azure DevOps, GitHub, or any CSV or Excel list. Drop the
            file anywhere in this window, or choose it. You see what it would change before anything is
            stored, and can undo it afterwards.
          </p>
          <Button
            tone="primary"
            icon="file"
            keys={shortcuts.chooseFile.keys}
            onClick={() => void flow.choose()}
          >
            Choose a file…
          </Button>
        </section>
        <EarlierImports />
      </div>
    </>
  )
}
