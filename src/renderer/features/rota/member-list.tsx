import { useId } from 'react'
import { ComboBox } from '../../ui/combo-box'
import { IconButton } from '../../ui/icon-button'
import { useOwnerChoices } from '../../view-state/use-owner-choices'
import { useTelling } from '../../view-state/use-telling'
import styles from './dialogs.module.css'

export interface MemberListProps {
  readonly members: readonly string[]
  readonly onChange: (members: readonly string[]) => void
}

/** People in the order of their turns; letters of a name and Enter add one. */
export function MemberList({ members, onChange }: MemberListProps) {
  const { personName } = useTelling()
  const id = useId()
  const choices = useOwnerChoices().filter(({ key }) => !members.includes(key))
  const move = (place: number, by: number) => {
    const [member] = members.slice(place, place + 1)
    if (member === undefined) return
    const others = members.toSpliced(place, 1)
    onChange(others.toSpliced(place + by, 0, member))
  }
  return (
    <div className={styles.list}>
      {/* Another key makes it empty again, with what is left to choose from. */}
      <ComboBox
        key={members.join(' ')}
        label="Add to the turns"
        choices={choices}
        value={null}
        autoFocus={members.length > 0}
        placeholder="Letters of a name, then Enter"
        onChange={(key) => key !== null && onChange([...members, key])}
      />
      <p id={id}>In the order of their turns, the first begins</p>
      <ol className={styles.members} aria-labelledby={id}>
        {members.length === 0 && <li className={styles.empty}>Nobody yet</li>}
        {members.map((member, place) => {
          const name = personName(member)
          return (
            <li key={member} className={styles.member}>
              <span className={styles.place} data-numeric>
                {place + 1}
              </span>
              <span>{name}</span>
              <IconButton
                icon="chevron-up"
                label={`${name} earlier`}
                disabled={place === 0}
                onClick={() => move(place, -1)}
              />
              <IconButton
                icon="chevron-down"
                label={`${name} later`}
                disabled={place === members.length - 1}
                onClick={() => move(place, 1)}
              />
              <IconButton
                icon="close"
                label={`Take ${name} out`}
                onClick={() => onChange(members.toSpliced(place, 1))}
              />
            </li>
          )
        })}
      </ol>
    </div>
  )
}
