import {
  type AudienceForm,
  audienceForm,
  emptyAudience,
  fieldName,
  removeAudience,
  saveAudience,
} from '@domain/reporting/audience-commands'
import { markableFields, type ReportAudienceRow } from '@domain/reporting/withholding'
import { useEffect, useState } from 'react'
import { useSession } from '../../storage/queries'
import type { ReportReader } from '../../storage/report-reader'
import { Checkbox } from '../../ui/checkbox'
import { FormDialog } from '../../ui/form-dialog'
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
  const act = useAct()
  const { replica } = useSession()
  const [problem, setProblem] = useState<string>()
  const [typed, setTyped] = useState<AudienceForm>(() => (audience ? audienceForm(audience) : emptyAudience))
  const set = (part: Partial<AudienceForm>) => setTyped((before) => ({ ...before, ...part }))
  const imported = useImportedColumns(reader)
  // A marked column whose issues are gone stays marked, and in sight.
  const fields = [...new Set([...markableFields, ...imported, ...typed.fields])]

  async function save(): Promise<boolean> {
    const key = audience?.key ?? crypto.randomUUID()
    const plan = saveAudience(key, typed, replica.rows('reportAudience'))
    if (!plan.ok) {
      setProblem(plan.reason)
      return false
    }
    const isDone = await act(plan)
    if (isDone) onClose(key)
    return isDone
  }

  return (
    <FormDialog
      title={audience ? 'Change the audience' : 'New audience'}
      problem={problem}
      onSave={save}
      onRemove={audience && (() => void act(removeAudience(audience)).then((isDone) => isDone && onClose()))}
      onClose={() => onClose()}
    >
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
                  fields: chosen ? [...typed.fields, field] : typed.fields.filter((other) => other !== field),
                })
              }
            >
              <bdi>{fieldName(field)}</bdi>
            </Checkbox>
          ))}
        </div>
      </fieldset>
    </FormDialog>
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
