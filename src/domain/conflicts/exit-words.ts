import { builtIns } from '../exit/criteria'
import type { Row } from '../merge/row'
import { type BuiltInCriterion, builtInCriteria } from '../model/exit-criterion'

export const exitEntityWords = { exitCriterion: 'Exit criterion' } as const

export const exitLabels = {
  'exitCriterion.applies': 'Counts for the exit',
  'exitCriterion.threshold': 'Threshold',
  'exitCriterion.days': 'Days',
  'exitCriterion.met': 'Met',
  'exitCriterion.builtIn': 'Which one it is',
} as const

/** A built-in criterion has no title of its own. */
export function exitRowName(entity: string, { values }: Row): string | undefined {
  const name = builtInCriteria.find((one) => one === (values.builtIn as BuiltInCriterion))
  return entity === 'exitCriterion' && name ? builtIns[name].title : undefined
}
