import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useWorkspace } from '../../storage/queries'
import { Banner } from '../../ui/banner'
import { Icon } from '../../ui/icon'
import type { IconName } from '../../ui/icon-paths'
import { Setback, type SetbackProps } from '../../ui/setback'
import { TextField } from '../../ui/text-field'
import { useEngagementDoor } from '../../view-state/engagement-door'
import { paths } from '../../view-state/paths'
import { BackupList } from './backup-list'
import { NewEngagementForm } from './new-engagement-form'
import styles from './start-screen.module.css'

type Step = 'choose' | 'new' | 'restore'

/** The first start, in under a minute: who you are, and what to begin with. */
export default function StartScreen({ setback }: { readonly setback?: SetbackProps | undefined }) {
  const workspace = useWorkspace()
  const [name, setName] = useState(workspace.settings.userName)
  const [nameless, setNameless] = useState(false)
  const [step, setStep] = useState<Step>('choose')
  const nameField = useRef<HTMLInputElement>(null)
  const door = useEngagementDoor()
  const [, navigate] = useLocation()

  /** Everything written from here on carries the name, so it comes first. */
  async function named(): Promise<boolean> {
    if (name.trim() === '') {
      setNameless(true)
      nameField.current?.focus()
      return false
    }
    await workspace.saveSettings({ userName: name.trim() })
    return true
  }

  async function choose(next: () => void) {
    if (await named()) next()
  }

  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <header>
          <h1 className={styles.title}>Hypercare War Room</h1>
          <p className={styles.lead}>
            One place to run the weeks after a go-live, on this laptop and without a network.
          </p>
        </header>
        {setback && <Setback {...setback} />}
        {workspace.lostDatabase && (
          <Banner tone="warning">
            This profile has been used before, but its data is gone. A backup brings it back.
          </Banner>
        )}
        {step === 'choose' && (
          <>
            <TextField
              ref={nameField}
              label="Your name"
              value={name}
              onChange={setName}
              autoFocus
              className={styles.name}
              problem={
                nameless && name.trim() === '' ? 'Your name goes with everything you change' : undefined
              }
              hint="Shown beside what you change"
            />
            <ul className={styles.choices}>
              <Choice
                icon="flag"
                title="Start a new engagement"
                text="Client, system and go-live date; the rest has good defaults."
                onChoose={() => void choose(() => setStep('new'))}
              />
              <Choice
                icon="laptop"
                title="Join an engagement"
                text="A bundle file from somebody who is in it already brings everything."
                onChoose={() => void choose(() => navigate(paths.exchange))}
              />
              <Choice
                icon="issues"
                title="Explore the demo engagement"
                text="A made-up go-live with its issues, people and history. Change anything you like."
                onChoose={() => void choose(() => door.openDemo())}
              />
              <Choice
                icon="history"
                title="Replay a whole demo engagement"
                text="The same go-live over six weeks, to the exit that its sponsor has signed."
                onChoose={() => void choose(() => door.openDemo(true))}
              />
              <Choice
                icon="restore"
                title="Restore from a backup"
                text="Bring back an engagement from the backups folder."
                onChoose={() => void choose(() => setStep('restore'))}
              />
              {workspace.engagements.map(({ id, name: title, client, archived }) => (
                <Choice
                  key={id}
                  icon="engagement"
                  title={`Open ${title}`}
                  text={archived ? `${client}, archived` : client}
                  onChoose={() => void choose(() => door.open(id))}
                />
              ))}
            </ul>
          </>
        )}
        {step === 'new' && (
          <section aria-labelledby="new-engagement" className={styles.section}>
            <h2 id="new-engagement" className={styles.sectionTitle}>
              New engagement
            </h2>
            <NewEngagementForm onCancel={() => setStep('choose')} />
          </section>
        )}
        {step === 'restore' && (
          <section aria-labelledby="restore" className={styles.section}>
            <h2 id="restore" className={styles.sectionTitle}>
              Backups on this laptop
            </h2>
            <BackupList onBack={() => setStep('choose')} />
          </section>
        )}
      </div>
    </main>
  )
}

interface ChoiceProps {
  readonly icon: IconName
  readonly title: string
  readonly text: string
  readonly onChoose: () => void
}

function Choice({ icon, title, text, onChoose }: ChoiceProps) {
  return (
    <li>
      <button type="button" className={styles.choice} onClick={onChoose}>
        <Icon name={icon} size={20} />
        <span>
          <span className={styles.choiceTitle}>{title}</span>
          <span className={styles.choiceText}>{text}</span>
        </span>
        <Icon name="chevron-right" />
      </button>
    </li>
  )
}
