import type { OrphanReason } from './orphans'

/** Why nobody really has an issue, as it reads on screen and paper. */
export const orphanWords: Readonly<Record<OrphanReason, string>> = {
  nobody: 'No owner',
  left: 'Owner has left',
  away: 'Owner is away',
  untouched: 'Untouched beyond its update target',
  'between-teams': 'Between the two teams',
}
