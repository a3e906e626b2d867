import { Dialog } from '../ui/dialog'
import { Kbd } from '../ui/kbd'
import { listKeys, orphanKeys, type Shortcut, shortcuts } from '../view-state/shortcuts'
import styles from './key-sheet.module.css'

const all: readonly Shortcut[] = [...Object.values(shortcuts), ...listKeys, ...orphanKeys]
const groups = [...new Set(all.map(({ group }) => group))]

/** All keys of the product on one sheet. */
export default function KeySheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose} width="wide">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: longer than a small window, so keys must scroll it */}
      <section className={styles.groups} aria-label="All keys" tabIndex={0}>
        {groups.map((group) => (
          <section key={group} className={styles.group}>
            <h3 className={styles.title}>{group}</h3>
            <dl>
              {all
                .filter((shortcut) => shortcut.group === group)
                .map(({ title, keys }) => (
                  <div key={title} className={styles.line}>
                    <dt>{title}</dt>
                    <dd>
                      <Kbd keys={keys} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </section>
    </Dialog>
  )
}
