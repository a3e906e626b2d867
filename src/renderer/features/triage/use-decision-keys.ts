import { severities } from '@domain/model/issue'
import { useSession } from '../../storage/queries'
import { now } from '../../view-state/clock'
import type { ShortcutName } from '../../view-state/shortcuts'
import { runShortcut, useShortcuts } from '../../view-state/use-shortcuts'
import type { Asked } from './asking'
import { decideClass, decidePublish, decideSeverity, decideTeam, decideTriaged } from './decisions'
import { classShortcuts, severityShortcuts } from './key-panel'
import type { TriageRun } from './triage-run'

/** Keys that need an answer before anything is decided. */
const askingKeys = {
  triageOwner: 'owner',
  triageWorkaround: 'workaround',
  triageResolved: 'resolved',
  triageMerge: 'merge',
  triageDecline: 'decline',
  triageHold: 'hold',
  triageSplit: 'split',
  triageComment: 'comment',
} as const satisfies Partial<Record<ShortcutName, Asked>>

/** The keys of triage, each a change of its own. They rest while somebody types or a dialog is open. */
export function useDecisionKeys(run: TriageRun, ask: (asked: Asked) => void, enabled: boolean): void {
  const { replica } = useSession()
  const issueOf = (key: string) => replica.rows('issue').get(key)
  const answers: Partial<Record<ShortcutName, () => void>> = {
    triageTeam: () => void run.decide(decideTeam),
    triagePublish: () => void run.decide(decidePublish),
    triageDone: () => run.done((row) => decideTriaged(row, now(), issueOf)),
    triageUndo: () => run.afterwards(() => void runShortcut('undo')),
  }
  for (const value of severities) {
    answers[severityShortcuts[value]] = () => void run.decide((row) => decideSeverity(row, value))
  }
  for (const [issueClass, name] of typedEntries(classShortcuts)) {
    answers[name] = () => void run.decide((row) => decideClass(row, issueClass))
  }
  for (const [name, asked] of typedEntries(askingKeys)) answers[name] = () => run.afterwards(() => ask(asked))
  useShortcuts(answers, enabled)
}

const typedEntries = <K extends string, V>(table: Readonly<Record<K, V>>) =>
  Object.entries(table) as unknown as readonly (readonly [K, V])[]
