import { type KeyboardEvent, lazy, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react'
import styles from './date-field.module.css'
import { Field, type FieldProps } from './field'
import fieldStyles from './field.module.css'
import { IconButton } from './icon-button'
import { Popover } from './popover'
import { datePlaces, dateText, readDate, stepDate } from './typed-date'

// The calendar is many times the field, and most dates are typed.
const MonthCalendar = lazy(() => import('./month-calendar'))

/** Where a day is picked before a time was typed. */
const usualTime = '09:00'

export interface DateFieldProps extends FieldProps {
  /** `2026-11-23`, or with `time` `2026-11-23T09:00`, as the clock on the wall says; '' for none. */
  readonly value: string
  readonly time?: boolean
  /** The zone of that clock, shown behind the field. */
  readonly zone?: string | undefined
  /** Called with every change; with '' while what is typed is no date. */
  readonly onChange?: (value: string) => void
  /** Called once with the finished value, only when it differs. */
  readonly onCommit?: (value: string) => void
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly readOnly?: boolean
  readonly required?: boolean
}

/**
 * A day, or a day with a time, in the zone it says: typed as it is shown, `23 Nov 2026, 13:35`. Up and Down move
 * the part at the caret, Alt+Down opens a calendar, Escape takes back. A form around it is not sent while nobody
 * can tell what day is meant.
 */
export function DateField({
  value,
  time = false,
  zone,
  onChange,
  onCommit,
  min,
  max,
  readOnly = false,
  required = false,
  label,
  hideLabel,
  hint,
  problem,
  className,
}: DateFieldProps) {
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const [found, setFound] = useState<string | undefined>(undefined)
  const before = useRef(value)
  const input = useRef<HTMLInputElement>(null)
  const calendar = useRef<HTMLButtonElement>(null)
  const partToSelect = useRef<number | undefined>(undefined)
  const text = typed ?? dateText(value)
  const read = typed === undefined ? { value } : within(readDate(typed, time), min, max)
  const refused = 'problem' in read ? read.problem : undefined

  function type(next: string) {
    if (typed === undefined) before.current = value
    const said = within(readDate(next, time), min, max)
    setTyped(next)
    if (!('problem' in said)) setFound(undefined)
    onChange?.('problem' in said ? '' : said.value)
  }

  function settle() {
    setFound(refused)
    if (typed === undefined || 'problem' in read) return
    setTyped(undefined)
    if (read.value !== before.current) onCommit?.(read.value)
  }

  function takeBack() {
    setTyped(undefined)
    setFound(undefined)
    onChange?.(before.current)
  }

  function step(by: 1 | -1) {
    if ('problem' in read || read.value === '') return
    const shown = dateText(read.value)
    const caret = text === shown ? (input.current?.selectionStart ?? 0) : 0
    const places = datePlaces(shown)
    const part = Math.max(
      0,
      places.findIndex(([, to]) => caret <= to),
    )
    partToSelect.current = part
    type(dateText(stepDate(read.value, part, by)))
  }

  function pick(day: string) {
    input.current?.focus()
    if (time) {
      // The time is still to be said.
      const clock = ('value' in read && read.value.split('T')[1]) || usualTime
      partToSelect.current = 3
      type(dateText(`${day}T${clock}`))
      return
    }
    setTyped(undefined)
    setFound(undefined)
    onChange?.(day)
    if (day !== value) onCommit?.(day)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') settle()
    if (event.key === 'Escape' && typed !== undefined) {
      event.stopPropagation()
      takeBack()
    }
    if (readOnly || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    if (event.altKey) calendar.current?.click()
    else step(event.key === 'ArrowUp' ? 1 : -1)
  }

  useLayoutEffect(() => {
    const place = partToSelect.current === undefined ? undefined : datePlaces(text)[partToSelect.current]
    partToSelect.current = undefined
    if (place) input.current?.setSelectionRange(...place)
  }, [text])

  useEffect(() => {
    const form = input.current?.form
    if (!form || refused === undefined) return
    const stop = (event: Event) => {
      event.preventDefault()
      event.stopPropagation()
      setFound(refused)
      input.current?.focus()
    }
    form.addEventListener('submit', stop, true)
    return () => form.removeEventListener('submit', stop, true)
  }, [refused])

  return (
    <Field label={label} hideLabel={hideLabel} hint={hint} problem={found ?? problem} className={className}>
      {(attributes) => (
        <div className={fieldStyles.withUnit}>
          <div className={styles.box}>
            <input
              {...attributes}
              ref={input}
              className={fieldStyles.control}
              data-numeric
              value={text}
              placeholder={readOnly ? '' : time ? 'Day Mon Year, 00:00' : 'Day Mon Year'}
              readOnly={readOnly}
              required={required}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => type(event.target.value)}
              onBlur={settle}
              onKeyDown={onKeyDown}
            />
            {!readOnly && (
              <Popover
                label="Calendar"
                trigger={(trigger) => (
                  <IconButton
                    {...trigger}
                    ref={calendar}
                    icon="calendar"
                    label="Calendar"
                    keys="Alt+ArrowDown"
                    tabIndex={-1}
                    className={styles.open}
                  />
                )}
              >
                {(close) => (
                  <Suspense>
                    <MonthCalendar
                      label={label}
                      day={'value' in read ? read.value.slice(0, 10) : ''}
                      min={min?.slice(0, 10)}
                      max={max?.slice(0, 10)}
                      onPick={(day) => {
                        close()
                        pick(day)
                      }}
                    />
                  </Suspense>
                )}
              </Popover>
            )}
          </div>
          {zone && <span className={fieldStyles.unit}>{zone}</span>}
        </div>
      )}
    </Field>
  )
}

function within(said: ReturnType<typeof readDate>, min: string | undefined, max: string | undefined) {
  if ('problem' in said || said.value === '') return said
  if (min && said.value < min) return { problem: `Not before ${dateText(min)}` }
  if (max && said.value > max) return { problem: `Not after ${dateText(max)}` }
  return said
}
