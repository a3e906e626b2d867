import { setTerms } from '@domain/exit/commands'
import { builtIns, termsAt } from '@domain/exit/criteria'
import type { Evidence } from '@domain/exit/measure'
import { type CriterionReading, resetBy } from '@domain/exit/scorecard'
import type { Instant } from '@domain/model/value'
import { calledKey } from '@domain/triage/list-columns'
import { useMemo } from 'react'
import { Link } from 'wouter'
import { Button } from '../../ui/button'
import { DescriptionList, DescriptionRow } from '../../ui/description-list'
import { NumberField } from '../../ui/number-field'
import { now } from '../../view-state/clock'
import { paths } from '../../view-state/paths'
import { shortcuts } from '../../view-state/shortcuts'
import { useAct } from '../../view-state/use-act'
import { useTelling } from '../../view-state/use-telling'
import { useInstantText, useShortInstantText } from '../../view-state/use-zone'
import styles from './exit.module.css'

const mostShown = 50

export interface CriterionDetailProps {
  readonly criterion: CriterionReading
  /** The moment that is told of. */
  readonly asOf: Instant
  /** What is agreed on is only changed for now and from now on. */
  readonly canSet: boolean
  readonly onList: (evidence: readonly Evidence[]) => void
}

/** One criterion opened: what is agreed on, who took it back and when, and the issues that bear it out. */
export function CriterionDetail({ criterion, asOf, canSet, onList }: CriterionDetailProps) {
  const instantText = useInstantText()
  const shortText = useShortInstantText()
  const { issueKey, personName } = useTelling()
  const evidence = useMemo(() => criterion.evidence(), [criterion])
  const reset = criterion.reset()
  const earliest = criterion.earliest()
  const by = reset && resetBy(reset)
  const { title, wanted, actual, row } = criterion
  return (
    <section className={styles.panel} aria-label={title || 'Criterion'}>
      <h2 className={styles.title}>{title || 'Untitled'}</h2>
      <Terms criterion={criterion} canSet={canSet} />
      <DescriptionList>
        {wanted && <DescriptionRow name="Asked for">{wanted}</DescriptionRow>}
        <DescriptionRow name="Is">{actual}</DescriptionRow>
        {reset && (
          <DescriptionRow name="Taken back by">
            {reset.issue && (
              <>
                <Link href={paths.issue(reset.issue.row.key)}>{issueKey(reset.issue.row.key)}</Link>:{' '}
              </>
            )}
            {reset.how}, {instantText(reset.at)}
            {by && ` (${personName(by)})`}
          </DescriptionRow>
        )}
        {earliest !== undefined && (
          <DescriptionRow name="Met at the earliest">
            {earliest <= asOf ? 'As soon as it changes' : instantText(earliest)}
          </DescriptionRow>
        )}
        {row?.values.evidence && <DescriptionRow name="Evidence">{row.values.evidence}</DescriptionRow>}
      </DescriptionList>
      {evidence.length > 0 && (
        <div className={styles.evidence}>
          <table className={styles.rows}>
            <caption className={styles.caption}>
              {evidence.length === 1 ? '1 issue behind it' : `${evidence.length} issues behind it`}
            </caption>
            <thead>
              <tr>
                <th scope="col">Issue</th>
                <th scope="col">Title</th>
                <th scope="col">Why</th>
                <th scope="col">When</th>
              </tr>
            </thead>
            <tbody>
              {evidence.slice(0, mostShown).map(({ issue, at, note }) => (
                <tr key={`${issue.row.key} ${at} ${note}`}>
                  <td>
                    <Link href={paths.issue(issue.row.key)}>{calledKey(issue.row)}</Link>
                  </td>
                  <td className={styles.cut}>{issue.row.values.title?.slice(0, 200)}</td>
                  <td>{note}</td>
                  <td data-numeric className={styles.date}>
                    {shortText(at)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Button keys={shortcuts.exitOpen.keys} onClick={() => onList(evidence)}>
            {evidence.length > mostShown ? `List all ${evidence.length}` : 'List them'}
          </Button>
        </div>
      )}
    </section>
  )
}

function Terms({ criterion, canSet }: Pick<CriterionDetailProps, 'criterion' | 'canSet'>) {
  const act = useAct()
  const { builtIn, row } = criterion
  if (!builtIn || !canSet) return null
  const { threshold, days } = builtIns[builtIn]
  const standing = termsAt(row, builtIn, now())
  const set = (field: 'threshold' | 'days') => (value: number | null) =>
    void act(setTerms(builtIn, standing, { [field]: value ?? builtIns[builtIn].usual[field] }))
  return (
    <div className={styles.terms}>
      {threshold && <NumberField label={threshold} value={standing.threshold} onCommit={set('threshold')} />}
      {days && <NumberField label={days} value={standing.days} min={1} max={366} onCommit={set('days')} />}
    </div>
  )
}
