import {
  componentOf,
  type HandOver,
  handOver,
  handOverMoves,
  knowersOf,
  openIssuesOf,
} from '@domain/ownership/hand-over'
import { dayOf } from '@domain/time/zone'
import { calledKey } from '@domain/triage/list-columns'
import { useMemo, useState } from 'react'
import { useRows, useVersion } from '../../storage/queries'
import { Button } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { Dialog } from '../../ui/dialog'
import { RadioGroup } from '../../ui/radio-group'
import { Select } from '../../ui/select'
import { now } from '../../view-state/clock'
import { useAct } from '../../view-state/use-act'
import { useZone } from '../../view-state/use-zone'
import styles from './ownership.module.css'
import { type Desk, isHere } from './use-desks'

const ways = [
  { value: 'evenly', label: 'Spread evenly by load' },
  { value: 'one', label: 'One person takes all' },
  { value: 'by-component', label: 'By component' },
] as const
type Way = (typeof ways)[number]['value']

export interface LeaveDialogProps {
  /** Key of who leaves; asked where it is not known yet. */
  readonly leaver: string | undefined
  readonly desks: readonly Desk[]
  readonly onClose: () => void
}

/** Somebody has left: who takes what, every move in sight before anything is written. */
export function LeaveDialog({ leaver, desks, onClose }: LeaveDialogProps) {
  const act = useAct()
  const issues = useRows('issue')
  const people = useRows('person')
  const version = useVersion('issue', 'person')
  const zone = useZone()
  const [chosen, setChosen] = useState(leaver ?? desks[0]?.person ?? '')
  const person = people.get(chosen)
  const [day, setDay] = useState<string>()
  const leftOn = day ?? person?.values.leftOn ?? dayOf(now(), zone)
  const [way, setWay] = useState<Way>('evenly')
  const takers = useMemo(
    () => desks.filter((desk) => isHere(desk) && desk.person !== chosen).toReversed(),
    [desks, chosen],
  )
  const [asked, setTaker] = useState<string>()
  const taker = takers.find(({ person }) => person === asked)?.person ?? takers[0]?.person
  const [byComponent, setByComponent] = useState<ReadonlyMap<string, string>>(new Map())

  const mine = useMemo(() => {
    void version
    return openIssuesOf(chosen, issues.values())
  }, [issues, chosen, version])
  const components = useMemo(() => [...new Set(mine.map(componentOf))].sort(), [mine])
  const knowers = useMemo(
    () => knowersOf(new Set(components), issues.values(), people, chosen),
    [components, issues, people, chosen],
  )
  const moves = useMemo(() => {
    if (taker === undefined) return []
    const free = new Set(takers.map(({ person }) => person))
    const wanted = [...knowers, ...byComponent].filter(([, person]) => free.has(person))
    const hows: Readonly<Record<Way, HandOver>> = {
      evenly: { kind: 'evenly', among: takers.map(({ person }) => person) },
      one: { kind: 'one', to: taker },
      'by-component': { kind: 'by-component', to: new Map(wanted), otherwise: taker },
    }
    const load = (key: string) => takers.find(({ person }) => person === key)?.open ?? 0
    return handOverMoves(mine, hows[way], load)
  }, [mine, way, taker, takers, knowers, byComponent])

  const options = takers.map(({ person, name, open }) => ({ value: person, label: `${name} (${open} open)` }))
  const nameOf = (key: string) => people.get(key)?.values.name || key
  const toOf = (component: string) => moves.find(({ issue }) => componentOf(issue) === component)?.to ?? ''
  const isStuck = person === undefined || leftOn === '' || (mine.length > 0 && taker === undefined)

  async function go() {
    if (person && (await act(handOver({ person, leftOn }, moves, people)))) onClose()
  }

  return (
    <Dialog
      title="Somebody has left"
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" disabled={isStuck} onClick={() => void go()}>
            {moves.length === 0
              ? 'Write it down'
              : `Give away ${moves.length === 1 ? '1 issue' : `${moves.length} issues`}`}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <div className={styles.fields}>
          <Select
            label="Who has left"
            options={desks.map(({ person, name, open }) => ({
              value: person,
              label: `${name} (${open} open)`,
            }))}
            value={chosen}
            onChange={setChosen}
          />
          <DateField label="Last day" value={leftOn} onChange={setDay} />
        </div>
        {person === undefined ? (
          <p>This owner is not on the list of people. Add them under Settings, People first.</p>
        ) : mine.length > 0 && taker === undefined ? (
          <p>
            Nobody else is on the list who could take the issues. Add somebody under Settings, People first.
          </p>
        ) : (
          mine.length > 0 && (
            <>
              <RadioGroup label="Who takes the open issues" options={ways} value={way} onChange={setWay} />
              {way === 'one' && (
                <Select label="Goes to" options={options} value={taker ?? ''} onChange={setTaker} />
              )}
              {way === 'by-component' && (
                <div className={styles.fields}>
                  {components.map((component) => (
                    <Select
                      key={component}
                      label={component || 'Without a component'}
                      options={options}
                      value={toOf(component)}
                      onChange={(to) => setByComponent((before) => new Map(before).set(component, to))}
                    />
                  ))}
                </div>
              )}
            </>
          )
        )}
        <section aria-label="What happens">
          <h3 className={styles.title}>
            {mine.length === 0
              ? 'No open issue to give away'
              : `What happens to ${mine.length === 1 ? 'the one issue' : `the ${mine.length} issues`}`}
          </h3>
          <ol>
            {moves.map(({ issue, to }) => (
              <li key={issue.key} className={styles.move}>
                <span className={styles.key}>{calledKey(issue)}</span>
                <span className={styles.severity}>
                  {issue.values.severity == null ? '' : `S${issue.values.severity}`}
                </span>
                <span className={styles.what}>{issue.values.title}</span>
                <span className={styles.to}>to {nameOf(to)}</span>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </Dialog>
  )
}
