import { NamingTextArea, type NamingTextAreaProps } from '../../ui/naming-text-area'
import { useOwnerChoices } from '../../view-state/use-owner-choices'

/** A text in which `@` offers the people of the engagement. */
export function MentioningTextArea(props: Omit<NamingTextAreaProps, 'choices' | 'choicesLabel'>) {
  return <NamingTextArea {...props} choices={useOwnerChoices()} choicesLabel="People" />
}
