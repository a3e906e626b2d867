import { type SyntheticEvent, useContext, useEffect, useRef } from 'react'
import { UNSAFE_PortalProvider as PortalProvider } from 'react-aria/PortalProvider'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox, ComboBoxStateContext, Input } from 'react-aria-components/ComboBox'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import { classNames } from './class-names'
import styles from './combo-box.module.css'
import fieldStyles from './field.module.css'
import { Icon } from './icon'

/** Of the list, in CSS pixels. */
const mostHeight = 320

export interface Choice {
  readonly key: string
  readonly label: string
  /** Said beside the label, quietly; not searched. */
  readonly note?: string
}

export interface ComboBoxProps {
  readonly label: string
  readonly hideLabel?: boolean
  readonly hint?: string
  readonly choices: readonly Choice[]
  readonly value: string | null
  readonly onChange: (key: string | null) => void
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly autoFocus?: boolean
}

/** Typing replaces what is there, rather than adding to its end. */
function selectAll({ currentTarget, isTrusted }: SyntheticEvent<HTMLInputElement>) {
  // While somebody types, the list tells the field of a focus that it never lost.
  if (isTrusted && currentTarget.selectionStart === currentTarget.selectionEnd) currentTarget.select()
}

/** Marks the first that matches what was typed: Enter and Tab take what is marked, and would else drop the letters. */
function MarkFirst() {
  const state = useContext(ComboBoxStateContext)
  const latest = useRef(state)
  useEffect(() => {
    latest.current = state
  })
  const typed = state?.isOpen && state.inputValue !== state.selectedItem?.textValue ? state.inputValue : ''
  useEffect(() => {
    if (typed === '') return
    // The combo box's own effect, which comes after this one, unmarks what the letters before had found.
    queueMicrotask(() => {
      const { collection, selectionManager } = latest.current ?? {}
      selectionManager?.setFocusedKey(collection?.getFirstKey() ?? null)
    })
  }, [typed])
  return null
}

/** One of many, found by typing; emptying the field chooses none. */
export function ComboBox({
  label,
  hideLabel = false,
  hint,
  choices,
  value,
  onChange,
  ...rest
}: ComboBoxProps) {
  const box = useRef<HTMLDivElement>(null)
  return (
    <AriaComboBox
      className={fieldStyles.field ?? ''}
      {...(hideLabel && { 'aria-label': label })}
      defaultItems={choices}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      isDisabled={rest.disabled ?? false}
      autoFocus={rest.autoFocus ?? false}
      allowsEmptyCollection
    >
      {!hideLabel && <Label className={fieldStyles.label}>{label}</Label>}
      <div ref={box} className={styles.box}>
        <Input
          className={classNames(fieldStyles.control, styles.input)}
          onClick={selectAll}
          onFocus={selectAll}
          {...(rest.placeholder && { placeholder: rest.placeholder })}
        />
        <Button className={styles.open ?? ''}>
          <Icon name="chevrons-up-down" />
        </Button>
      </div>
      <MarkFirst />
      {hint && (
        <Text slot="description" className={fieldStyles.hint}>
          {hint}
        </Text>
      )}
      {/* A dialog covers everything that is not inside of it, lists too. */}
      <PortalProvider getContainer={() => box.current?.closest('dialog') ?? document.body}>
        <Popover className={styles.list ?? ''} offset={4} maxHeight={mostHeight}>
          <ListBox<Choice> renderEmptyState={() => <p className={styles.nothing}>Nothing by that name</p>}>
            {(choice) => (
              <ListBoxItem id={choice.key} textValue={choice.label} className={styles.choice ?? ''}>
                <span className={styles.name}>{choice.label}</span>
                {choice.note && <span className={styles.note}>{choice.note}</span>}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </PortalProvider>
    </AriaComboBox>
  )
}
