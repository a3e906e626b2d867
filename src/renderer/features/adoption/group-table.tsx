import type { FeatureLine } from '@domain/adoption/feature-use'
import type { GroupLine } from '@domain/adoption/group-use'
import { percentText } from '@domain/reporting/figure'
import { DataTable } from '../../charts/data-table'
import styles from './adoption.module.css'

const known = (count: number | undefined | null) => count ?? 'not known'

/** How each group takes the system up, in the week that ends with the last day known. */
export function GroupTable({ groups }: { readonly groups: readonly GroupLine[] }) {
  return (
    <section className={styles.panel}>
      <h2 className={styles.title}>By group</h2>
      {groups.length === 0 ? (
        <p className={styles.quiet}>No file tells where people work.</p>
      ) : (
        <div className={styles.table}>
          <DataTable
            caption="In the week that ends with the last day known"
            rowHead="Group"
            columns={['Active', 'Licensed', 'Share', 'Week before', 'Never signed in']}
            rows={groups.map(({ group, active, licensed, before, never }) => ({
              name: group,
              values: [
                known(active),
                known(licensed),
                active === undefined || !licensed ? '' : percentText(Math.min(active, licensed), licensed),
                known(before),
                known(never),
              ],
            }))}
          />
        </div>
      )}
    </section>
  )
}

/** What is used, and by how many. */
export function FeatureTable({ features }: { readonly features: readonly FeatureLine[] }) {
  return (
    <section className={styles.panel}>
      <h2 className={styles.title}>By feature</h2>
      {features.length === 0 ? (
        <p className={styles.quiet}>
          No file tells of features. A file of use with the columns date, user and feature does.
        </p>
      ) : (
        <div className={styles.table}>
          <DataTable
            caption="In the week that ends with the last day known"
            rowHead="Feature"
            columns={['People', 'Events', 'People the week before']}
            rows={features.map(({ feature, people, isAtLeast, events, before }) => ({
              name: feature,
              values: [isAtLeast ? `at least ${people}` : people, events, known(before)],
            }))}
          />
        </div>
      )}
    </section>
  )
}
