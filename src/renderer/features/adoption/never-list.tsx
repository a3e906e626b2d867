import type { LicensedPerson } from '@domain/adoption/lines'
import styles from './adoption.module.css'

const mostShown = 200

/** Licensed people who were never there: whom to ask first. */
export function NeverList({ people }: { readonly people: readonly LicensedPerson[] | undefined }) {
  return (
    <section className={styles.panel} aria-labelledby="never-signed-in">
      <h2 id="never-signed-in" className={styles.title}>
        Never signed in <span className={styles.count}>{people?.length ?? ''}</span>
      </h2>
      {!people && <p className={styles.quiet}>Import a list of licensed users to see who is missing.</p>}
      {people?.length === 0 && <p className={styles.quiet}>Everybody who is licensed has been there.</p>}
      {people && people.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by keys
        <ul className={styles.never} tabIndex={0}>
          {people.slice(0, mostShown).map(({ person, name, department }) => (
            <li key={person}>
              <bdi>{name || person}</bdi>
              <span className={styles.quiet}>{department || 'no group'}</span>
            </li>
          ))}
        </ul>
      )}
      {people && people.length > mostShown && (
        <p className={styles.quiet}>and {(people.length - mostShown).toLocaleString('en-GB')} more</p>
      )}
    </section>
  )
}
