import { isPausing } from '@domain/clocks/policy'
import { issueStatuses } from '@domain/model/issue'
import { isEnded } from '@domain/triage/as-of'
import { statusWords } from '@domain/triage/words'
import { Checkbox } from '../../../ui/checkbox'
import styles from '../settings.module.css'
import { useEngagementEdit } from '../use-edit'

const openStatuses = issueStatuses.filter((status) => !isEnded(status))

/** The statuses in which the resolve clock rests. */
export function Pauses() {
  const { values, readOnly, set } = useEngagementEdit()
  return (
    <fieldset className={styles.block}>
      <legend className={styles.blockTitle}>The clock of resolving rests while an issue is</legend>
      <div className={styles.choices}>
        {openStatuses.map((status) => (
          <Checkbox
            key={status}
            checked={isPausing(values, status)}
            disabled={readOnly}
            onChange={(pauses) =>
              set(
                `pauses:${status}`,
                pauses,
                `Pause while ${statusWords[status].toLowerCase()}`,
                onOff(pauses),
              )
            }
          >
            {statusWords[status]}
          </Checkbox>
        ))}
      </div>
      <p className={styles.note}>
        Acknowledging and telling the users never rest. Clocks that still run follow a change at once; what is
        done stays judged by the policy of its time.
      </p>
    </fieldset>
  )
}

const onOff = (pauses: boolean) => (pauses ? 'on' : 'off')
