import { type LinkKind, linkKinds } from '@domain/model/issue'
import type { IssueRow } from '@domain/triage/as-of'
import type { Pointing } from '@domain/triage/link-index'
import { addLink, linksOf, linkWords, removeLink } from '@domain/triage/links'
import { calledKey } from '@domain/triage/list-columns'
import { statusWords } from '@domain/triage/words'
import { type FormEvent, useId, useState } from 'react'
import { useRows, useSession } from '../../../storage/queries'
import { Button } from '../../../ui/button'
import { IconButton } from '../../../ui/icon-button'
import { Mark } from '../../../ui/mark'
import { Select } from '../../../ui/select'
import { TextField } from '../../../ui/text-field'
import { findIssues } from '../../../view-state/find-issues'
import { statusLooks } from '../../../view-state/marks'
import { useAct } from '../../../view-state/use-act'
import { useLinkIndex } from '../link-view'
import styles from './issue-detail.module.css'
import linkStyles from './links.module.css'

export interface LinksProps {
  readonly row: IssueRow
  readonly readOnly: boolean
  readonly onOpen: (key: string) => void
}

interface LinkLine {
  readonly words: string
  readonly other: IssueRow
  /** Takes the link away; undefined where the status of the other issue holds it. */
  readonly remove: (() => void) | undefined
}

/** A popular original may have thousands of duplicates. */
const mostShown = 50

const wordsFromOther: Readonly<Record<Pointing, string>> = {
  blocks: linkWords.blocks.to,
  'caused-by': linkWords['caused-by'].to,
  'duplicate-of': 'Duplicated by',
}

/** How the issue hangs together with others, told from either side. */
export function Links({ row, readOnly, onOpen }: LinksProps) {
  const act = useAct()
  const issues = useRows('issue')
  const index = useLinkIndex()

  const lines: LinkLine[] = []
  for (const { kind, to } of linksOf(row)) {
    const other = issues.get(to)
    if (!other || other.values.removed) continue
    lines.push({ words: linkWords[kind].from, other, remove: () => void act(removeLink(row, kind, to)) })
  }
  for (const { from, pointing } of index.pointersTo(row.key)) {
    const other = issues.get(from)
    if (!other) continue
    const remove =
      pointing === 'duplicate-of' ? undefined : () => void act(removeLink(other, pointing, row.key))
    lines.push({ words: wordsFromOther[pointing], other, remove })
  }
  if (readOnly && lines.length === 0) return null
  return (
    <section className={styles.section} aria-label="Links">
      <h3 className={styles.heading}>Links</h3>
      {lines.length > 0 && (
        <ul className={linkStyles.links}>
          {lines.slice(0, mostShown).map(({ words, other, remove }) => (
            <li key={`${words} ${other.key}`} className={linkStyles.link}>
              <span className={styles.quiet}>{words}</span>
              <button type="button" className={linkStyles.other} onClick={() => onOpen(other.key)}>
                {calledKey(other)} {(other.values.title ?? '').slice(0, 200)}
              </button>
              <Mark
                {...statusLooks[other.values.status ?? 'new']}
                label={statusWords[other.values.status ?? 'new']}
              />
              {remove && !readOnly && (
                <IconButton
                  icon="close"
                  label={`Take off: ${words.toLowerCase()} ${calledKey(other)}`}
                  onClick={remove}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {lines.length > mostShown && <p className={styles.quiet}>and {lines.length - mostShown} more</p>}
      {!readOnly && <NewLink row={row} />}
    </section>
  )
}

function NewLink({ row }: { readonly row: IssueRow }) {
  const act = useAct()
  const session = useSession()
  const suggestions = useId()
  const [kind, setKind] = useState<LinkKind>('blocks')
  const [typed, setTyped] = useState('')
  const found = findIssues(session, typed, 8)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const wanted = typed.trim().toLowerCase()
    if (wanted === '') return
    const to = found.find(({ called }) => called.toLowerCase() === wanted)?.key ?? typed.trim()
    const issues = session.replica.rows('issue')
    if (await act(addLink(row, kind, to, (key) => issues.get(key)))) setTyped('')
  }

  return (
    <form className={linkStyles.add} aria-label="Add a link" onSubmit={(event) => void submit(event)}>
      <Select
        label="Kind of link"
        hideLabel
        options={linkKinds.map((value) => ({ value, label: linkWords[value].from }))}
        value={kind}
        onChange={setKind}
      />
      <TextField
        label="Issue to link to"
        hideLabel
        placeholder="Its key, or words of its title"
        value={typed}
        onChange={setTyped}
        list={suggestions}
      />
      <datalist id={suggestions}>
        {found.map(({ key, called, title }) => (
          <option key={key} value={called}>
            {title.slice(0, 100)}
          </option>
        ))}
      </datalist>
      <Button type="submit">Link</Button>
    </form>
  )
}
