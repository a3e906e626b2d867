import { isBoarding, patchName, stateOf } from '@domain/patches/patch-state'
import { putOnPatch, takeOffPatch } from '@domain/patches/plan-patch'
import { type IssueRow, isEnded } from '@domain/triage/as-of'
import { fieldLabel } from '@domain/triage/issue-fields'
import { useRows } from '../../../storage/queries'
import { useAct } from '../../../view-state/use-act'
import { ChoiceField } from './choice-field'

/** The patch that the issue rides on; it can be put on those that are still to be shipped. */
export function PatchField({ row, readOnly }: { readonly row: IssueRow; readonly readOnly: boolean }) {
  const act = useAct()
  const patches = useRows('patch')
  const current = row.values.patch ?? null
  const open = [...patches.values()].filter(
    (patch) => patch.values.removed !== true && isBoarding(stateOf(patch)),
  )
  const choices = open.map(({ key }) => key)
  // What it rode on stays told, also where this laptop does not know that patch.
  if (current !== null && !choices.includes(current)) choices.unshift(current)

  function put(key: string | null) {
    const patch = key === null ? undefined : patches.get(key)
    if (key === null) void act(takeOffPatch([row]))
    else if (patch) void act(putOnPatch(patch, [row]))
  }
  return (
    <ChoiceField
      label={fieldLabel('patch')}
      choices={choices}
      text={(key) => {
        const patch = patches.get(key)
        return patch ? patchName(patch) : key
      }}
      value={current}
      onChange={put}
      none="None"
      disabled={readOnly || (current === null && isEnded(row.values.status ?? 'new'))}
    />
  )
}
