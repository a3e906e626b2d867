import type { IssueRow } from '@domain/triage/as-of'
import { addComment } from '@domain/triage/commands'
import { calledKey } from '@domain/triage/list-columns'
import { nextShortKey } from '@domain/triage/short-key'
import type { SimilarIssue } from '@domain/triage/similar-issues'
import { splitIssue } from '@domain/triage/split'
import { holdReasonWords } from '@domain/triage/words'
import { lazy, Suspense } from 'react'
import { RescueDialog } from '../../parts/rescue/rescue-dialog'
import { useSession, useWorkspace } from '../../storage/queries'
import { now } from '../../view-state/clock'
import { useAttachments } from '../../view-state/use-attachments'
import { useComments } from '../../view-state/use-comments'
import { useInstantText } from '../../view-state/use-zone'
import { AskHold } from './ask-hold'
import { AskOriginal } from './ask-original'
import { AskReason } from './ask-reason'
import { AskSplit } from './ask-split'
import { AskText } from './ask-text'
import {
  decideDeclined,
  decideHold,
  decideMerge,
  decideNewOwner,
  decideOwner,
  decideResolved,
  decideWorkaround,
} from './decisions'
import type { Decision, TriageRun } from './triage-run'

// Its list is many times the rest of the screen.
const AskOwner = lazy(() => import('./ask-owner'))

export type Asked = 'owner' | 'workaround' | 'merge' | 'decline' | 'hold' | 'split' | 'comment' | 'resolved'

export interface AskingProps {
  readonly asked: Asked
  readonly row: IssueRow
  readonly run: TriageRun
  readonly similar: readonly SimilarIssue[]
  readonly onClose: () => void
}

/** Asks what a decision cannot do without, and decides. */
export function Asking({ asked, row, run, similar, onClose }: AskingProps) {
  const { replica } = useSession()
  const { laptop, settings } = useWorkspace()
  const instantText = useInstantText()
  const comments = useComments(row.key)
  const attachments = useAttachments(row.key)
  const called = calledKey(row)
  const people = () => replica.rows('person').values()
  const issueOf = (key: string) => replica.rows('issue').get(key)

  /** The dialog goes only once it is written: no word that was typed is lost to a full disk. */
  async function decide(make: (row: IssueRow) => Decision) {
    if (await run.decide(make)) onClose()
  }

  switch (asked) {
    case 'owner':
      return (
        <Suspense>
          <AskOwner
            called={called}
            owner={row.values.owner ?? null}
            onPerson={(person) => void decide((standing) => decideOwner(standing, person))}
            onNewcomer={(name) =>
              void decide((standing) => decideNewOwner(standing, name, replica.rows('person')))
            }
            onClose={onClose}
          />
        </Suspense>
      )
    case 'workaround':
      return (
        <AskText
          title={`Workaround for ${called}`}
          label="What helps meanwhile?"
          hint="Users may read this"
          text={row.values.workaround ?? ''}
          action="Keep it"
          optional
          onAnswer={(text) => void decide((standing) => decideWorkaround(standing, text, people()))}
          onClose={onClose}
        />
      )
    case 'comment':
      return (
        <AskText
          title={`Comment on ${called}`}
          label="Comment"
          text=""
          action="Comment"
          onAnswer={(text) =>
            void decide((standing) => ({
              plan: addComment(standing, {
                key: crypto.randomUUID(),
                author: settings.userName,
                text,
                now: now(),
                people: people(),
              }),
              words: 'comment written',
            }))
          }
          onClose={onClose}
        />
      )
    case 'decline':
      return (
        <AskReason
          called={called}
          onAnswer={(reason) => void decide((standing) => decideDeclined(standing, reason, now(), issueOf))}
          onClose={onClose}
        />
      )
    case 'resolved':
      return (
        <RescueDialog
          title={`${called}: who resolved it?`}
          onAnswer={(rescue) => void decide((standing) => decideResolved(standing, rescue, now(), issueOf))}
          onClose={onClose}
        />
      )
    case 'hold':
      return (
        <AskHold
          called={called}
          onAnswer={(reason, until) => {
            const words = `${holdReasonWords[reason].toLowerCase()}, until ${instantText(until)}`
            void decide((standing) =>
              decideHold(standing, { status: 'on-hold', reason, until }, words, now(), issueOf),
            )
          }}
          onClose={onClose}
        />
      )
    case 'merge':
      return (
        <AskOriginal
          issue={row.key}
          called={called}
          similar={similar}
          onAnswer={(original) => void decide((standing) => decideMerge(standing, original, now(), issueOf))}
          onClose={onClose}
        />
      )
    case 'split':
      return (
        <AskSplit
          called={called}
          comments={comments}
          attachments={attachments}
          onAnswer={(title, chosen) =>
            void decide((standing) => {
              const shortKey = nextShortKey(laptop, shortKeysOf(replica.rows('issue').values()))
              const newKey = () => crypto.randomUUID()
              return {
                plan: splitIssue(standing, {
                  key: newKey(),
                  shortKey,
                  title,
                  comments: chosen.comments.map((comment) => ({ key: newKey(), comment })),
                  attachments: chosen.attachments.map((attachment) => ({ key: newKey(), attachment })),
                }),
                words: `split off ${shortKey}: ${title.trim()}`,
                added: 1,
              }
            })
          }
          onClose={onClose}
        />
      )
  }
}

function* shortKeysOf(rows: Iterable<IssueRow>) {
  for (const { values } of rows) yield values.shortKey
}
