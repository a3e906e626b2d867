import { everyRegistered, type Registered, registeredFor } from '@domain/registers/registered'
import { riskStatusWords } from '@domain/registers/risks'
import type { IssueRow } from '@domain/triage/as-of'
import { linkIssue, unlinkIssue } from '@domain/triage/issue-links'
import { useLocation } from 'wouter'
import { useRows } from '../../../storage/queries'
import { ComboBox } from '../../../ui/combo-box'
import { IconButton } from '../../../ui/icon-button'
import { Mark } from '../../../ui/mark'
import { paths } from '../../../view-state/paths'
import { useAct } from '../../../view-state/use-act'
import styles from './issue-detail.module.css'
import linkStyles from './links.module.css'

const words = { risk: 'Risk', decision: 'Decision' } as const

/** Risks and decisions that have to do with the issue. */
export function RegisteredFor({ row, readOnly }: { readonly row: IssueRow; readonly readOnly: boolean }) {
  const act = useAct()
  const [, navigate] = useLocation()
  const risks = useRows('risk')
  const decisions = useRows('decision')
  const linked = registeredFor(row.key, risks.values(), decisions.values())
  const others = everyRegistered(risks.values(), decisions.values()).filter(
    (one) => !linked.some(({ row: known }) => known === one.row),
  )
  if (linked.length === 0 && (readOnly || others.length === 0)) return null
  return (
    <section className={styles.section} aria-label="Risks and decisions">
      <h3 className={styles.heading}>Risks and decisions</h3>
      {linked.length > 0 && (
        <ul className={linkStyles.links}>
          {linked.map((one) => (
            <li key={`${one.entity} ${one.row.key}`} className={linkStyles.link}>
              <span className={styles.quiet}>{words[one.entity]}</span>
              <button type="button" className={linkStyles.other} onClick={() => navigate(paths.registers)}>
                {(one.row.values.title ?? '').slice(0, 200)}
              </button>
              <Mark tone="neutral" shape="ring" label={standingOf(one)} />
              {!readOnly && (
                <IconButton
                  icon="close"
                  label={`Take off: ${one.row.values.title ?? ''}`}
                  onClick={() => void act(unlinkIssue(one, row.key))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {!readOnly && others.length > 0 && (
        <ComboBox
          label="Link a risk or a decision"
          hideLabel
          placeholder="Link a risk or a decision"
          choices={others.map(({ entity, row: other }) => ({
            key: `${entity} ${other.key}`,
            label: other.values.title ?? '',
            note: words[entity],
          }))}
          value={null}
          onChange={(chosen) => {
            const one = others.find(({ entity, row: other }) => `${entity} ${other.key}` === chosen)
            if (one) void act(linkIssue(one, row))
          }}
        />
      )}
    </section>
  )
}

function standingOf(one: Registered): string {
  if (one.entity === 'risk') return riskStatusWords[one.row.values.status ?? 'open']
  return one.row.values.status === 'made' ? 'Made' : 'Needed'
}
