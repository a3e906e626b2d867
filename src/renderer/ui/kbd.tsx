import { Fragment } from 'react'
import styles from './kbd.module.css'
import { keySteps } from './keys'

/** The keys that do what stands beside them, e.g. `<Kbd keys="Mod+K" />`, `<Kbd keys="g i" />`. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.keys}>
      {keySteps(keys).map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one shortcut never change place
        <Fragment key={index}>
          {index > 0 && <span className={styles.then}>then</span>}
          {step.map((key) => (
            <kbd key={key} className={styles.key}>
              {key}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  )
}
