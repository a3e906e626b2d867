import { paths } from './paths'

const screens: Readonly<Record<string, string>> = {
  standup: paths.standups,
  action: paths.standups,
  risk: paths.registers,
  decision: paths.registers,
  audience: paths.bulletins,
  bulletinSending: paths.bulletins,
  trainingAction: paths.training,
  person: paths.ownership,
}

/** Where a row is shown; undefined for one that no screen shows by itself. */
export function rowPath(entity: string, key: string): string | undefined {
  if (entity === 'issue') return paths.issue(key)
  return entity === 'patch' ? paths.patch(key) : screens[entity]
}
