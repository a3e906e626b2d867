import { setTerms } from '@domain/exit/commands'
import { builtIns, termsAt } from '@domain/exit/criteria'
import { type CriterionReading, resetBy } from '@domain/exit/scorecard'
import type { Instant } from '@domain/model/value'
import { Link } from 'wouter'
import { DescriptionList, DescriptionRow } from '../../ui/description-list'
import { NumberField } from '../../ui/number-field'
import { now } from '../../view-state/clock'
import { paths } from '../../view-state/paths'
import { useAct } from '../../view-state/use-act'
import { useTelling } from '../../view-state/use-telling'
import { useInstantText } from '../../view-state/use-zone'
import { EvidenceTable } from './evidence-table'
import styles from './exit.module.css'
import type { Opened } from './use-opened'

export interface CriterionDetailProps {
  readonly criterion: CriterionReading
  /** Undefined until it is looked up. */
  readonly opened: Opened | undefined
  /** The moment that is told of. */
  readonly asOf: Instant
  /** What is agreed on is only changed for now and from now on. */
  readonly canSet: boolean
  readonly onList: () => void
}

/** One criterion opened: what is agreed on, who took it back and when, and the issues that bear it out. */
export function CriterionDetail({ criterion, opened, asOf, canSet, onList }: CriterionDetailProps) {
  const instantText = useInstantText()
  const { issueKey, personName } = useTelling()
  const reset = opened?.reset
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
      {opened && opened.evidence.length > 0 && <EvidenceTable evidence={opened.evidence} onList={onList} />}
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
