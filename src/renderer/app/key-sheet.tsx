import { useState } from 'react'
import { Dialog } from '../ui/dialog'
import { Kbd } from '../ui/kbd'
import { SearchField } from '../ui/search-field'
import { everyKey } from '../view-state/shortcuts'
import styles from './key-sheet.module.css'
import { matches } from './palette/match'

/** All keys of the product on one sheet, which what is typed narrows. */
export default function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const [query, setQuery] = useState('')
  const shown = everyKey.filter(({ title, group }) => matches(query.trim(), `${title} ${group}`))
  const groups = [...new Set(shown.map(({ group }) => group))]
  return (
    <Dialog title="Keys" onClose={onClose} width="wide">
      <SearchField label="Find a key" placeholder="What it does" value={query} onChange={setQuery} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: longer than a small window, so keys must scroll it */}
      <section className={styles.groups} aria-label="All keys" tabIndex={0}>
        {groups.map((group) => (
          <section key={group} className={styles.group}>
            <h3 className={styles.title}>{group}</h3>
            <dl>
              {shown
                .filter((shortcut) => shortcut.group === group)
                .map(({ title, keys, also }) => (
                  <div key={title} className={styles.line}>
                    <dt>{title}</dt>
                    <dd>
                      <Kbd keys={keys} />
                      {also && <span className={styles.or}>or</span>}
                      {also && <Kbd keys={also} />}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        {groups.length === 0 && <p>No key does that. Try fewer letters, or Ctrl/⌘-K.</p>}
      </section>
    </Dialog>
  )
}
