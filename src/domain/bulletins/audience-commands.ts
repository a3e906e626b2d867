import type { Row } from '../merge/row'
import { type Weekday, weekdays } from '../model/engagement'
import { type Audience, fieldProblem } from '../model/entities'
import type { Fields } from '../model/value'
import { type Planned, planned, type Refused, refused } from '../triage/plan'
import { isAddress } from './addresses'
import { elementsOf } from './public-issue'

/** An audience as somebody fills it in. */
export interface AudienceForm {
  readonly name: string
  readonly recipients: readonly string[]
  readonly units: readonly string[]
  readonly components: readonly string[]
  readonly days: readonly Weekday[]
  /** `16:00`; '' for none. */
  readonly time: string
}

export const emptyAudience: AudienceForm = {
  name: '',
  recipients: [],
  units: [],
  components: [],
  days: [],
  time: '',
}

export function audienceForm({ values }: Row<Audience>): AudienceForm {
  const due = elementsOf(values, 'due:')
  return {
    name: values.name ?? '',
    recipients: recipientsOf(values),
    units: elementsOf(values, 'unit:'),
    components: elementsOf(values, 'component:'),
    days: weekdays.filter((day) => due.includes(day)),
    time: values.dueTime ?? '',
  }
}

export const recipientsOf = (values: Audience) => elementsOf(values, 'to:')

/** The same name on two laptops is the same audience. */
export function audienceKey(name: string): string {
  return tidy(name).toLocaleLowerCase('en')
}

const longestName = 200

/** Writes an audience, a new one or what has changed of it. */
export function saveAudience(standing: Row<Audience> | undefined, form: AudienceForm): Planned | Refused {
  const name = tidy(form.name)
  if (name === '') return refused('An audience needs a name.')
  if (name.length > longestName) return refused(`A name can have ${longestName} characters at most.`)
  const wrong = form.recipients.find((address) => !isAddress(address))
  if (wrong !== undefined) return refused(`“${wrong}” is not a mail address. Write one on each line.`)
  const time = form.time.trim() || null
  if (fieldProblem('audience', 'dueTime', time))
    return refused('Write the time as 16:00, from 00:00 to 23:59.')
  if (form.days.length > 0 && time === null) return refused('Say at what time it is due on those days.')
  const values: Audience = standing?.values ?? {}
  const wanted: Fields = {
    name,
    dueTime: time,
    ...setFields(values, 'to:', form.recipients),
    ...setFields(values, 'unit:', form.units),
    ...setFields(values, 'component:', form.components),
    ...setFields(values, 'due:', form.days),
  }
  const fields: Fields = {}
  for (const [field, value] of Object.entries(wanted))
    if ((values[field as keyof Audience] ?? null) !== value) fields[field] = value
  if (values.removed === true) fields.removed = false
  const label = standing ? `Audience ${name} changed` : `Audience ${name} added`
  return planned(label, [{ entity: 'audience', key: standing?.key ?? audienceKey(name), fields }])
}

export function removeAudience(row: Row<Audience>): Planned {
  return planned(`Audience ${row.values.name || row.key} removed`, [
    { entity: 'audience', key: row.key, fields: { removed: true } },
  ])
}

/** What to write so that just these elements are in a set. */
function setFields(values: Audience, prefix: string, wanted: readonly string[]): Fields {
  const names = new Set(wanted.map(tidy).filter((name) => name !== ''))
  const fields: Fields = {}
  for (const name of elementsOf(values, prefix)) if (!names.has(name)) fields[prefix + name] = false
  for (const name of names) fields[prefix + name] = true
  return fields
}

function tidy(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/gu, ' ')
}
