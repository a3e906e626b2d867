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
  cadencePhase: paths.forecast,
  effort: paths.forecast,
  exitCriterion: paths.exit,
  handoverItem: paths.handover,
  knowledgeSession: paths.handover,
  component: paths.handover,
  adoptionConcern: paths.adoption,
  activePeople: paths.adoption,
  usageTotals: paths.adoption,
  licencePage: paths.adoption,
  coverNeed: paths.rota,
  rotation: paths.rota,
  laptop: paths.exchange,
}

/** Where a row is shown; undefined for one that no screen shows by itself. */
export function rowPath(entity: string, key: string): string | undefined {
  if (entity === 'issue') return paths.issue(key)
  return entity === 'patch' ? paths.patch(key) : screens[entity]
}
