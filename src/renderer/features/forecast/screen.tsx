import { asItIs, type WhatIf } from '@domain/forecast/what-if'
import { tooLittleText } from '@domain/forecast/words'
import { effortPerDay } from '@domain/tapering/plan'
import { formatInstant } from '@domain/time/format'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { PageHeader } from '../../ui/page-header'
import { Spinner } from '../../ui/spinner'
import { paths } from '../../view-state/paths'
import { shortcuts } from '../../view-state/shortcuts'
import { type ForecastState, useForecast } from '../../view-state/use-forecast'
import { useShortcut } from '../../view-state/use-shortcuts'
import { useZone } from '../../view-state/use-zone'
import styles from './forecast.module.css'
import { PlanPanel } from './plan-panel'
import { RangeView } from './range-view'
import { useEffortPlan } from './use-effort-plan'
import { WhatIfPanel } from './what-if-panel'

/** When hypercare may end, told as a range, and what would make it sooner. */
export default function ForecastScreen() {
  const [whatIf, setWhatIf] = useState<WhatIf>(asItIs)
  const state = useForecast(whatIf)
  const { told, pending } = state
  const [shown, setShown] = useState<'forecast' | 'plan'>('forecast')
  const plan = useEffortPlan()
  const other = shown === 'forecast' ? 'plan' : 'forecast'
  useShortcut('forecastTab', () => setShown(other))
  return (
    <>
      <PageHeader
        title="Forecast"
        note={pending && told ? 'Working it out anew' : 'When hypercare may end'}
        actions={
          <Button keys={shortcuts.forecastTab.keys} onClick={() => setShown(other)}>
            {other === 'plan' ? 'Plan and effort' : 'The forecast'}
          </Button>
        }
      />
      {shown === 'plan' ? (
        <PlanPanel />
      ) : told?.kind === 'range' ? (
        <div className={styles.screen} data-forecast={pending ? 'pending' : 'told'}>
          <RangeView told={told} perDay={effortPerDay(plan)} />
          <WhatIfPanel told={told} whatIf={whatIf} onChange={setWhatIf} />
        </div>
      ) : (
        <NoRange state={state} />
      )}
    </>
  )
}

/** Why there is no forecast, and what to do about it. */
function NoRange({ state: { told, problem } }: { readonly state: ForecastState }) {
  const zone = useZone()
  const [, navigate] = useLocation()
  if (problem)
    return (
      <div className={styles.screen}>
        <Banner tone="danger">The forecast could not be made: {problem}</Banner>
      </div>
    )
  if (!told || told.kind === 'range')
    return (
      <div className={styles.waiting}>
        <Spinner />
      </div>
    )
  if (told.kind === 'too-little')
    return (
      <EmptyState
        title="Too little history to say anything"
        actions={
          <Button icon="import" keys={shortcuts.goImport.keys} onClick={() => navigate(paths.import)}>
            Import
          </Button>
        }
      >
        {tooLittleText(told)}
      </EmptyState>
    )
  return (
    <EmptyState
      title={told.goLiveAt === null ? 'No go-live set' : 'The go-live is still to come'}
      actions={
        <Button icon="settings" keys={shortcuts.goSettings.keys} onClick={() => navigate(paths.settings)}>
          Settings
        </Button>
      }
    >
      {told.goLiveAt === null
        ? 'A forecast looks back to the go-live. Set it in the settings of the engagement.'
        : `It is on ${formatInstant(told.goLiveAt, zone)}. A week later there will be enough to go by.`}
    </EmptyState>
  )
}
