import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useWorkspace } from '../../storage/queries'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Setback, type SetbackProps } from '../../ui/setback'
import { TextField } from '../../ui/text-field'
import { paths } from '../../view-state/paths'
import { shortcuts } from '../../view-state/shortcuts'
import type { BundleFlow, BundleStage } from './bundle-flow'
import styles from './exchange.module.css'
import { Foreign } from './foreign'
import { Unlock } from './unlock'
import { useBundleFlow } from './use-bundle-flow'
import { Working } from './working'

/** Where no engagement is open: a bundle brings one. */
export default function JoinScreen({ setback }: { readonly setback?: SetbackProps | undefined }) {
  const { flow, stage } = useBundleFlow()
  return (
    <main className={styles.start}>
      <div className={styles.startColumn}>
        <h1 className={styles.startTitle}>Join an engagement</h1>
        {setback && <Setback {...setback} />}
        <Stage flow={flow} stage={stage} />
      </div>
    </main>
  )
}

function Stage({ flow, stage }: { readonly flow: BundleFlow; readonly stage: BundleStage }) {
  const workspace = useWorkspace()
  const [, navigate] = useLocation()
  const asksName = useRef(workspace.settings.userName === '').current
  const [name, setName] = useState('')
  const [nameless, setNameless] = useState(false)
  const nameField = useRef<HTMLInputElement>(null)

  /** Everything written from here on carries the name, so it comes first. */
  async function named(): Promise<boolean> {
    if (!asksName) return true
    if (name.trim() === '') {
      setNameless(true)
      nameField.current?.focus()
      return false
    }
    await workspace.saveSettings({ userName: name.trim() })
    return true
  }

  switch (stage.kind) {
    case 'reading':
    case 'merging':
      return <Working progress={stage.progress} onCancel={flow.stop} />
    case 'locked':
      return <Unlock flow={flow} stage={stage} />
    case 'read':
      return (
        <>
          {asksName && (
            <TextField
              ref={nameField}
              label="Your name"
              value={name}
              onChange={setName}
              className={styles.name}
              problem={
                nameless && name.trim() === '' ? 'Your name goes with everything you change' : undefined
              }
              hint="Shown beside what you change"
            />
          )}
          <Foreign flow={flow} read={stage} before={named} />
        </>
      )
    case 'none':
    case 'merged':
      return (
        <>
          {stage.kind === 'none' && stage.problem && <Banner tone="danger">{stage.problem}</Banner>}
          <p className={styles.quiet}>
            Ask somebody who is in the engagement for a bundle: in their app, Exchange, for anyone. Drop the
            file here, or choose it. Everything in the engagement comes with it.
          </p>
          <div className={styles.ways}>
            <Button onClick={() => navigate(paths.today)}>Back</Button>
            <Button
              tone="primary"
              icon="file"
              keys={shortcuts.chooseBundle.keys}
              onClick={() => void flow.choose()}
            >
              Choose a bundle…
            </Button>
          </div>
        </>
      )
  }
}
