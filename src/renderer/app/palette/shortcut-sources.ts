import type { Change } from '../../storage/session'
import type { PaletteItem, PaletteSource } from '../../view-state/palette'
import { paths } from '../../view-state/paths'
import { type Shortcut, type ShortcutGroup, type ShortcutName, shortcuts } from '../../view-state/shortcuts'
import { isAnswered, runShortcut, runWhenAnswered } from '../../view-state/use-shortcuts'
import { matching } from './match'

type Everywhere = 'Everywhere' | 'Go to'

/** The screen whose keys a group is. */
const screenOf: Readonly<Record<Exclude<ShortcutGroup, Everywhere>, string>> = {
  Today: paths.today,
  Issues: paths.issues,
  'In the list of issues': paths.issues,
  'An open issue': paths.issues,
  Ownership: paths.ownership,
  Rota: paths.rota,
  Triage: paths.triage,
  Standups: paths.standups,
  'Risks and decisions': paths.registers,
  'Shift notes': paths.shiftNotes,
  Import: paths.import,
  Exchange: paths.exchange,
  Reports: paths.reports,
  'Sign-off': paths.exit,
  Conflicts: paths.conflicts,
  Patches: paths.patches,
  Bulletins: paths.bulletins,
  Training: paths.training,
  Adoption: paths.adoption,
  Exit: paths.exit,
  Forecast: paths.forecast,
  Handover: paths.handover,
}

const isEverywhere = (group: ShortcutGroup): group is Everywhere =>
  group === 'Everywhere' || group === 'Go to'

/** What is not for the palette: it is open already, and screens have lines of their own. */
const isLeftOut = (name: ShortcutName) => name === 'palette' || shortcuts[name].group === 'Go to'

const names = (Object.keys(shortcuts) as ShortcutName[]).filter((name) => !isLeftOut(name))

const itemOf = (name: ShortcutName, run: () => void): PaletteItem => {
  const { title, keys } = shortcuts[name]
  return { id: name, title, keys, run }
}

/** What the screen behind the palette answers to, acting right there. */
export const hereSource: PaletteSource = {
  group: 'On this screen',
  find(query) {
    const here = names.filter((name) => !isEverywhere(shortcuts[name].group) && isAnswered(name))
    return matching(
      query,
      here.map((name) => itemOf(name, () => void runShortcut(name))),
    )
  },
}

export interface Changes {
  readonly undoable: Change | undefined
  readonly redoable: Change | undefined
}

/** What can be done from every screen; for some of it the palette goes to another first. */
export function everywhereItems(navigate: (path: string) => void, changes: Changes): readonly PaletteItem[] {
  const undoing: Partial<Record<ShortcutName, Change | undefined>> = {
    undo: changes.undoable,
    redo: changes.redoable,
  }
  return names.flatMap((name): PaletteItem[] => {
    const { group, fromAnywhere }: Shortcut = shortcuts[name]
    if (name in undoing) {
      const change = undoing[name]
      return change ? [{ ...itemOf(name, () => void runShortcut(name)), note: change.label }] : []
    }
    if (isEverywhere(group)) return isAnswered(name) ? [itemOf(name, () => void runShortcut(name))] : []
    if (!fromAnywhere || isAnswered(name)) return []
    const path = screenOf[group]
    const goThere = () => {
      runWhenAnswered(name, path)
      navigate(path)
    }
    return [{ ...itemOf(name, goThere), note: group }]
  })
}
