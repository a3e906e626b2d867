import { Component, type ReactNode } from 'react'
import { Button } from '../ui/button'
import { Details } from '../ui/details'
import { EmptyState } from '../ui/empty-state'
import styles from './frame.module.css'

/** Stands in for a screen that failed. Nothing typed is lost by it: what was written is in the log. */
export class ErrorScreen extends Component<{ readonly children: ReactNode }, { readonly problem?: string }> {
  override state: { readonly problem?: string } = {}

  static getDerivedStateFromError(error: unknown) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }

  override render() {
    if (this.state.problem === undefined) return this.props.children
    return (
      <div className={styles.alone}>
        <EmptyState
          title="This screen could not be shown"
          actions={
            <Button tone="primary" onClick={() => location.reload()}>
              Open again
            </Button>
          }
        >
          <p>The app met a mistake of its own. Everything written so far is stored.</p>
          <Details>{this.state.problem}</Details>
        </EmptyState>
      </div>
    )
  }
}
