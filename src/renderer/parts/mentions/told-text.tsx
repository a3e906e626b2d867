import { type Mentioning, partsOf } from '@domain/mentions/mentions'
import { useRows } from '../../storage/queries'
import { classNames } from '../../ui/class-names'
import { useMe } from '../../view-state/use-me'
import styles from './mentions.module.css'

export interface ToldTextProps {
  readonly text: string
  /** The row that the text stands in, which tells who is mentioned. */
  readonly values: Mentioning
}

/** A text as it was written, with those whom it mentions by their name of today. Never markup. */
export function ToldText({ text, values }: ToldTextProps) {
  const people = useRows('person')
  const me = useMe()
  const parts = partsOf(text, values)
  if (parts.length === 1 && typeof parts[0] === 'string') return text
  let place = 0
  return parts.map((part) => {
    place += 1
    if (typeof part === 'string') return part
    const { person, written } = part
    return (
      <span key={place} className={classNames(styles.mention, person === me && styles.me)}>
        @{people.get(person)?.values.name || written}
      </span>
    )
  })
}
