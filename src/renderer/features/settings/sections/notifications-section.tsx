import { engagementKey } from '@domain/model/engagement'
import { type Severity, severities } from '@domain/model/issue'
import type { NotificationSettings } from '@domain/notifications/settings'
import { formatZone } from '@domain/time/format'
import { parseTime } from '@domain/time/time-text'
import { usableZone } from '@domain/time/zone'
import { request } from '../../../app/bridge'
import { useRow, useWorkspace } from '../../../storage/queries'
import { Button } from '../../../ui/button'
import { Checkbox, Switch } from '../../../ui/checkbox'
import { NumberField } from '../../../ui/number-field'
import { TextField } from '../../../ui/text-field'
import { toast } from '../../../ui/toast'
import { useMinute } from '../../../view-state/clock'
import { paths } from '../../../view-state/paths'
import styles from '../settings.module.css'

const usualQuiet = { from: '22:00', to: '07:00' }
const longestLead = 24 * 60

export function NotificationsSection() {
  const workspace = useWorkspace()
  const { notifications, trayIcon, keepsRunning } = workspace.settings
  const save = (patch: Partial<NotificationSettings>) =>
    void workspace.saveSettings({ notifications: { ...notifications, ...patch } })
  return (
    <>
      <div className={styles.block}>
        <Switch checked={notifications.on} onChange={(on) => save({ on })}>
          Tell me when a target is about to be missed, when it is, when a severity 1 is raised, and when a
          hold is over
        </Switch>
        <p className={styles.note}>
          At most one notification in a minute. Several at once come as one, with counts, and so does what was
          missed while the laptop slept.
        </p>
        <div className={styles.line}>
          <Button icon="bell" onClick={() => void tryIt()}>
            Show one now
          </Button>
        </div>
      </div>
      {notifications.on && (
        <>
          <WarningTimes notifications={notifications} save={save} />
          <QuietHoursFields notifications={notifications} save={save} />
        </>
      )}
      <section className={styles.block} aria-labelledby="tray">
        <h3 id="tray" className={styles.blockTitle}>
          When the window is closed
        </h3>
        <Switch checked={trayIcon} onChange={(shown) => void workspace.saveSettings({ trayIcon: shown })}>
          Icon in the tray, with what is burning
        </Switch>
        <Checkbox
          checked={trayIcon && keepsRunning}
          disabled={!trayIcon}
          onChange={(keeps) => void workspace.saveSettings({ keepsRunning: keeps })}
        >
          Closing the window leaves the app running in the tray
        </Checkbox>
        <p className={styles.note}>
          Once the app has quit it tells you nothing. Where your desktop shows no tray, start the app again to
          get its window back.
        </p>
      </section>
    </>
  )
}

interface PartProps {
  readonly notifications: NotificationSettings
  readonly save: (patch: Partial<NotificationSettings>) => void
}

function WarningTimes({ notifications: { lead }, save }: PartProps) {
  const set = (severity: Severity, minutes: number | null) => save({ lead: { ...lead, [severity]: minutes } })
  return (
    <section className={styles.block} aria-labelledby="warnings">
      <h3 id="warnings" className={styles.blockTitle}>
        Warned before a target is missed
      </h3>
      <div className={styles.line}>
        {severities.map((severity) => (
          <NumberField
            key={severity}
            label={`Severity ${severity}`}
            className={styles.short}
            unit="min"
            max={longestLead}
            value={lead[severity]}
            onCommit={(minutes) => set(severity, minutes === null ? null : Math.round(minutes))}
          />
        ))}
      </div>
      <p className={styles.note}>
        Empty: a quarter of the target before, at least 5 and at most 60 minutes. 0: no warning.
      </p>
    </section>
  )
}

function QuietHoursFields({ notifications: { quiet, severity1Always }, save }: PartProps) {
  const zone = usableZone(useRow('engagement', engagementKey)?.values.zone)
  const now = useMinute()
  const time = (end: 'from' | 'to', label: string) => (
    <TextField
      label={label}
      className={styles.short}
      value={quiet?.[end] ?? ''}
      validate={(text) => (parseTime(text) === undefined ? 'Such as 22:00' : undefined)}
      onCommit={(text) => save({ quiet: { ...usualQuiet, ...quiet, [end]: parseTime(text) } })}
    />
  )
  return (
    <section className={styles.block} aria-labelledby="quiet">
      <h3 id="quiet" className={styles.blockTitle}>
        Quiet hours
      </h3>
      <Switch checked={quiet !== null} onChange={(on) => save({ quiet: on ? usualQuiet : null })}>
        Keep quiet every day for some hours
      </Switch>
      {quiet && (
        <>
          <div className={styles.line}>
            {time('from', 'From')}
            {time('to', 'To')}
          </div>
          <Checkbox checked={severity1Always} onChange={(always) => save({ severity1Always: always })}>
            Severity 1 may always disturb me
          </Checkbox>
          <p className={styles.note}>
            Times in {formatZone(now, zone)}. What comes in quiet hours is told together when they end.
          </p>
        </>
      )}
    </section>
  )
}

async function tryIt(): Promise<void> {
  const { supported } = await request('notify.show', {
    id: 'try-it',
    title: 'This is how a notification looks',
    body: 'A click on it brings the app back to these settings.',
    route: paths.settingsSection('notifications'),
    urgency: 'normal',
  })
  if (!supported) toast({ text: 'This system shows no notifications.', tone: 'danger' })
}
