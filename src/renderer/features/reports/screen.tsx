import { engagementKey } from '@domain/model/engagement'
import type { Instant } from '@domain/model/value'
import { usableZone } from '@domain/time/zone'
import { useState } from 'react'
import { useNeededDecisions } from '../../parts/decisions/use-decisions'
import { FigureList } from '../../parts/explain/figure-list'
import { useWithholding } from '../../parts/reporting/chosen-audience'
import { SignOffPanel } from '../../parts/sign-off/sign-off-panel'
import { useRow, useWorkspace } from '../../storage/queries'
import { Banner } from '../../ui/banner'
import { PageHeader } from '../../ui/page-header'
import { Spinner } from '../../ui/spinner'
import { SplitPane } from '../../ui/split-pane'
import { Tabs } from '../../ui/tabs'
import { DecisionList } from './decision-list'
import { PdfPreview } from './pdf-preview'
import { ReportChoices } from './report-choices'
import { SaveFigures } from './save-figures'
import { SaveReport } from './save-report'
import styles from './screen.module.css'
import { useReport } from './use-report'

const firstSideWidth = 420
const titles = { daily: 'Daily report', weekly: 'Weekly report', exit: 'Exit report' } as const

/** The sponsor's report: the very pages that will be saved, and what every number on them stands for. */
export default function ReportsScreen() {
  const { paper, reportKind } = useWorkspace().settings
  const withhold = useWithholding()
  const zone = usableZone(useRow('engagement', engagementKey)?.values.zone)
  const [asOf, setAsOf] = useState<Instant | undefined>(undefined)
  const [sideWidth, setSideWidth] = useState(firstSideWidth)
  const { reader, report, pdf, pending, problem } = useReport({
    kind: reportKind,
    asOf,
    paper,
    withhold,
  })
  const needed = useNeededDecisions()

  return (
    <>
      <PageHeader
        title={titles[reportKind]}
        note={
          pending && (
            <output className={styles.pending}>
              <Spinner /> {pdf ? 'Bringing it up to date' : 'Preparing the pages'}
            </output>
          )
        }
        actions={
          <>
            <SaveFigures reader={reader} report={pending ? undefined : report} zone={zone} />
            <SaveReport pdf={pending ? undefined : pdf} report={report} zone={zone} />
          </>
        }
      />
      <ReportChoices reader={reader} asOf={asOf} onAsOf={setAsOf} zone={zone} />
      {problem && (
        <Banner tone="danger" flush>
          {problem}
        </Banner>
      )}
      <SplitPane
        sideLabel="What is behind the report"
        size={sideWidth}
        onSizeChange={setSideWidth}
        side={
          <div className={styles.side}>
            <Tabs
              label="What is behind the report"
              tabs={[
                {
                  id: 'figures',
                  title: 'Figures',
                  content: <FigureList reader={reader} report={report} />,
                },
                {
                  id: 'decisions',
                  title: 'Decisions needed',
                  count: needed.length,
                  content: <DecisionList zone={zone} />,
                },
                ...(reportKind === 'exit'
                  ? [{ id: 'sign-off', title: 'Sign-off', content: <SignOffTab zone={zone} /> }]
                  : []),
              ]}
            />
          </div>
        }
      >
        <PdfPreview pdf={pdf} />
      </SplitPane>
    </>
  )
}

function SignOffTab({ zone }: { readonly zone: string }) {
  return (
    <div className={styles.signOff}>
      <SignOffPanel zone={zone} />
    </div>
  )
}
