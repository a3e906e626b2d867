import { useWorkspace } from '../../../storage/queries'
import { RadioGroup } from '../../../ui/radio-group'
import { TextField } from '../../../ui/text-field'
import styles from '../settings.module.css'

export function LaptopSection() {
  const workspace = useWorkspace()
  const { userName, theme, density, paper } = workspace.settings
  return (
    <div className={styles.fields}>
      <TextField
        label="Your name"
        value={userName}
        validate={(text) => (text.trim() === '' ? 'Your name goes with everything you change' : undefined)}
        onCommit={(text) => void workspace.saveSettings({ userName: text.trim() })}
        hint="Shown beside what you change from now on"
      />
      <div className={styles.across}>
        <RadioGroup
          label="Theme"
          options={[
            { value: 'system', label: 'As the system' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
          value={theme}
          onChange={(chosen) => void workspace.saveSettings({ theme: chosen })}
        />
      </div>
      <div className={styles.across}>
        <RadioGroup
          label="Density of lists"
          options={[
            { value: 'compact', label: 'Compact' },
            { value: 'comfortable', label: 'Comfortable' },
          ]}
          value={density}
          onChange={(chosen) => void workspace.saveSettings({ density: chosen })}
        />
      </div>
      <div className={styles.across}>
        <RadioGroup
          label="Paper of reports"
          options={[
            { value: 'a4', label: 'A4' },
            { value: 'letter', label: 'Letter' },
          ]}
          value={paper}
          onChange={(chosen) => void workspace.saveSettings({ paper: chosen })}
        />
      </div>
    </div>
  )
}
