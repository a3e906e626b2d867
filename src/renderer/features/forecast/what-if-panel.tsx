import type { ReadForecast } from '@domain/forecast/read-forecast'
import { asItIs, type WhatIf } from '@domain/forecast/what-if'
import { counted } from '@domain/reporting/words'
import { Button } from '../../ui/button'
import { Switch } from '../../ui/checkbox'
import { IconButton } from '../../ui/icon-button'
import { Kbd } from '../../ui/kbd'
import { shortcuts } from '../../view-state/shortcuts'
import { runShortcut, useShortcuts } from '../../view-state/use-shortcuts'
import styles from './forecast.module.css'

const mostPeople = 5
const step = 0.1
const fewestArrivals = 0.5

export interface WhatIfPanelProps {
  readonly told: ReadForecast
  readonly whatIf: WhatIf
  readonly onChange: (whatIf: WhatIf) => void
}

/** What the forecast would be if something were done, each change stated as the model takes it. */
export function WhatIfPanel({ told: { basis }, whatIf, onChange }: WhatIfPanelProps) {
  const { morePeople, patchDaily, arrivals } = whatIf
  const isChanged = morePeople > 0 || patchDaily || arrivals < 1
  const people = (count: number) =>
    onChange({ ...whatIf, morePeople: Math.max(0, Math.min(count, mostPeople)) })
  const share = (wanted: number) =>
    onChange({ ...whatIf, arrivals: Math.round(10 * Math.max(fewestArrivals, Math.min(wanted, 1))) / 10 })
  useShortcuts({
    forecastMorePeople: () => people(morePeople + 1),
    forecastFewerPeople: () => people(morePeople - 1),
    forecastPatchDaily: () => onChange({ ...whatIf, patchDaily: !patchDaily }),
    forecastFewerIssues: () => share(arrivals - step),
    forecastMoreIssues: () => share(arrivals + step),
    forecastAsItIs: () => onChange(asItIs),
  })
  return (
    <section className={styles.whatIf} aria-labelledby="forecast-what-if">
      <h2 id="forecast-what-if" className={styles.title}>
        What if
      </h2>
      <Stepper
        name={morePeople === 0 ? 'Nobody more' : `${counted(morePeople, 'more person', 'more people')}`}
        fewer="forecastFewerPeople"
        more="forecastMorePeople"
        isFewest={morePeople === 0}
        isMost={morePeople === mostPeople}
      >
        {`Issues end faster by one part in ${Math.max(1, basis.people)} for each, as ${counted(basis.people, 'person has', 'people have')} ended them in the last two weeks.`}
      </Stepper>
      <div className={styles.choice}>
        <Switch checked={patchDaily} onChange={() => runShortcut('forecastPatchDaily')}>
          Patch daily <Kbd keys={shortcuts.forecastPatchDaily.keys} />
        </Switch>
        <p className={styles.quiet}>
          {basis.waitedForPatch === 0
            ? 'No fix has waited longer than a day so far, so it would change nothing.'
            : `${counted(basis.waitedForPatch, 'fix', 'fixes')} waited longer than a day: what is beyond it is taken off the time that the issue took.`}
        </p>
      </div>
      <Stepper
        name={arrivals === 1 ? 'As many new issues' : `${Math.round(100 * (1 - arrivals))}% fewer new issues`}
        fewer="forecastFewerIssues"
        more="forecastMoreIssues"
        isFewest={arrivals <= fewestArrivals}
        isMost={arrivals >= 1}
      >
        By training or known errors, say: each day brings so many fewer of every severity.
      </Stepper>
      <Button
        icon="undo"
        keys={shortcuts.forecastAsItIs.keys}
        disabled={!isChanged}
        onClick={() => runShortcut('forecastAsItIs')}
      >
        As it is
      </Button>
    </section>
  )
}

interface StepperProps {
  readonly name: string
  readonly fewer: 'forecastFewerPeople' | 'forecastFewerIssues'
  readonly more: 'forecastMorePeople' | 'forecastMoreIssues'
  readonly isFewest: boolean
  readonly isMost: boolean
  readonly children: string
}

function Stepper({ name, fewer, more, isFewest, isMost, children }: StepperProps) {
  return (
    <div className={styles.choice}>
      <div className={styles.stepper}>
        <IconButton
          icon="minus"
          label={shortcuts[fewer].title}
          keys={shortcuts[fewer].keys}
          disabled={isFewest}
          onClick={() => runShortcut(fewer)}
        />
        <output className={styles.step}>{name}</output>
        <IconButton
          icon="plus"
          label={shortcuts[more].title}
          keys={shortcuts[more].keys}
          disabled={isMost}
          onClick={() => runShortcut(more)}
        />
        <Kbd keys={shortcuts[fewer].keys} />
        <Kbd keys={shortcuts[more].keys} />
      </div>
      <p className={styles.quiet}>{children}</p>
    </div>
  )
}
