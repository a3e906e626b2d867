import { setPublish, tellAudience } from '@domain/bulletins/commands'
import { audienceName, audiencesOf } from '@domain/bulletins/due'
import type { IssueRow } from '@domain/triage/as-of'
import { editField } from '@domain/triage/commands'
import { fieldLabel } from '@domain/triage/issue-fields'
import { useRows } from '../../../storage/queries'
import { Button } from '../../../ui/button'
import { Checkbox, Switch } from '../../../ui/checkbox'
import { TextArea } from '../../../ui/text-area'
import { useAct } from '../../../view-state/use-act'
import styles from './issue-detail.module.css'

const texts = ['publicText', 'publicWorkaround'] as const

/** Whether users are told of the issue, and in which words; nothing else of it ever reaches them. */
export function Publishing({ row, readOnly }: { readonly row: IssueRow; readonly readOnly: boolean }) {
  const act = useAct()
  const audiences = audiencesOf(useRows('audience').values())
  const { values } = row
  const isTold = values.publish === true
  const canStart = !readOnly && !values.publicTitle && Boolean(values.title)
  return (
    <section className={styles.section} aria-label="For users">
      <h3 className={styles.heading}>For users</h3>
      <Switch checked={isTold} disabled={readOnly} onChange={(publish) => void act(setPublish(row, publish))}>
        Tell users in bulletins
      </Switch>
      {isTold && (
        <>
          <TextArea
            label={fieldLabel('publicTitle')}
            hint="Only what stands in these three fields is told."
            oneLine
            value={values.publicTitle ?? ''}
            readOnly={readOnly}
            onCommit={(text) => void act(editField(row, 'publicTitle', text))}
          />
          {canStart && (
            <div className={styles.buttons}>
              <Button onClick={() => void act(editField(row, 'publicTitle', values.title ?? ''))}>
                Start from the team’s title
              </Button>
            </div>
          )}
          {texts.map((field) => (
            <TextArea
              key={field}
              label={fieldLabel(field)}
              value={values[field] ?? ''}
              readOnly={readOnly}
              onCommit={(text) => void act(editField(row, field, text))}
            />
          ))}
          {audiences.length > 0 && (
            <fieldset className={styles.told}>
              <legend>Only these audiences; none chosen: all it concerns</legend>
              {audiences.map((audience) => (
                <Checkbox
                  key={audience.key}
                  checked={values[`audience:${audience.key}`] === true}
                  disabled={readOnly}
                  onChange={(told) => void act(tellAudience(row, audience, told))}
                >
                  {audienceName(audience)}
                </Checkbox>
              ))}
            </fieldset>
          )}
        </>
      )}
    </section>
  )
}
