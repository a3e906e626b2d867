import {
  type AudienceForm,
  audienceForm,
  emptyAudience,
  fieldName,
  removeAudience,
  saveAudience,
} from '@domain/reporting/audience-commands'
import { markableFields, type ReportAudienceRow } from '@domain/reporting/withholding'
import { type FormEvent, type KeyboardEvent, useEffect, useId, useState } from 'react'
import { useSession } from '../../storage/queries'
import type { ReportReader } from '../../storage/report-reader'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/text-field'
import { useAct } from '../../view-state/use-act'
import styles from './audience-dialog.module.css'

export interface AudienceDialogProps {
  /** Undefined for a new one. */
  readonly audience: ReportAudienceRow | undefined
  readonly reader: ReportReader | undefined
  /** With the key of the audience where one was saved. */
  readonly onClose: (saved?: string) => void
}

/** Who reads the report, and what is withheld from them. */
export function AudienceDialog({ audience, reader, onClose }: AudienceDialogProps) {
  const form = useId()
  const act = useAct()
  const { replica } = useSession()
  const [problem, setProblem] = useState<string>()
  const [typed, setTyped] = useState<AudienceForm>(() => (audience ? audienceForm(audience) : emptyAudience))
  const set = (part: Partial<AudienceForm>) => setTyped((before) => ({ ...before, ...part }))
  const imported = useImportedColumns(reader)
  // A marked column whose issues are gone stays marked, and in sight.
  const fields = [...new Set([...markableFields, ...imported, ...typed.fields])]

  async function save(event: FormEvent | KeyboardEvent) {
    event.preventDefault()
    const key = audience?.key ?? crypto.randomUUID()
    const plan = saveAudience(key, typed, replica.rows('reportAudience'))
    if (!plan.ok) setProblem(plan.reason)
    else if (await act(plan)) onClose(key)
  }

  return (
    <Dialog
      title={audience ? 'Change the audience' : 'New audience'}
      onClose={() => onClose()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(event)
      }}
      actions={
        <>
          {audience && (
            <Button
              tone="danger"
              onClick={() => void act(removeAudience(audience)).then((isDone) => isDone && onClose())}
            >
              Remove
            </Button>
          )}
          <Button onClick={() => onClose()}>Cancel</Button>
          <Button tone="primary" type="submit" form={form} keys="Mod+Enter">
            Save
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={(event) => void save(event)}>
        {problem && <Banner tone="danger">{problem}</Banner>}
        <TextField label="Name" value={typed.name} onChange={(name) => set({ name })} />
        <fieldset className={styles.group}>
          <legend>Withheld from them</legend>
          <Checkbox checked={typed.names} onChange={(names) => set({ names })}>
            Names of people
          </Checkbox>
          <Checkbox checked={typed.units} onChange={(units) => set({ units })}>
            Units: departments, business units, sites
          </Checkbox>
        </fieldset>
        <fieldset className={styles.group}>
          <legend>Fields withheld, and their contents in other texts</legend>
          <div className={styles.fields}>
            {fields.map((field) => (
              <Checkbox
                key={field}
                checked={typed.fields.includes(field)}
                onChange={(chosen) =>
                  set({
                    fields: chosen
                      ? [...typed.fields, field]
                      : typed.fields.filter((other) => other !== field),
                  })
                }
              >
                <bdi>{fieldName(field)}</bdi>
              </Checkbox>
            ))}
          </div>
        </fieldset>
      </form>
    </Dialog>
  )
}

function useImportedColumns(reader: ReportReader | undefined): readonly string[] {
  const [columns, setColumns] = useState<readonly string[]>([])
  useEffect(() => {
    let current = true
    void reader?.importedColumns().then(
      (found) => current && setColumns(found),
      // The reader was stopped because the screen is left.
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [reader])
  return columns
}
