import { classNames } from '../../ui/class-names'
import styles from './conflicts.module.css'

/** Longer values are read like a text, not like a word. */
const longestWord = 80

/** A value as people read it. What does not fit is scrolled, by keys too. */
export function Told({ text }: { readonly text: string }) {
  const isText = text.length > longestWord
  return (
    <p className={classNames(styles.value, isText && styles.text)} tabIndex={isText ? 0 : undefined}>
      {text}
    </p>
  )
}
