import type { IssueRow } from './as-of'
import { calledKey } from './list-columns'
import { type Planned, planned, type Refused, refused } from './plan'

const prefix = 'affected:'
const longestName = 200

/** Names of the users who said they are affected; how many there are in all is the field `usersAffected`. */
export function affectedOf(row: IssueRow): string[] {
  const names: string[] = []
  for (const field in row.values)
    if (field.startsWith(prefix) && row.values[field as `affected:${string}`] === true)
      names.push(field.slice(prefix.length))
  return names
}

export function addAffected(row: IssueRow, typed: string): Planned | Refused {
  const name = typed.normalize('NFC').trim().replace(/\s+/gu, ' ')
  if (name === '') return refused('Type the name of the user.')
  if (name.length > longestName) return refused(`A name can have ${longestName} characters at most.`)
  if (row.values[`affected:${name}`] === true) return planned('Nothing changed', [])
  return planned(`${name} affected by ${calledKey(row)}`, [
    { entity: 'issue', key: row.key, fields: { [prefix + name]: true } },
  ])
}

export function removeAffected(row: IssueRow, name: string): Planned {
  if (row.values[`affected:${name}`] !== true) return planned('Nothing changed', [])
  return planned(`${name} no longer affected by ${calledKey(row)}`, [
    { entity: 'issue', key: row.key, fields: { [prefix + name]: false } },
  ])
}
