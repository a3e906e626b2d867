import { groupIn } from '../adoption/active'
import { readLicences, readPeople, readTotals, usageOf } from '../adoption/lines'
import type { Replica } from '../merge/replica'

const prefix = 'unit:'

/** Departments, business units and sites, under every name that the engagement has for them. */
export function unitsIn(replica: Replica): Set<string> {
  const units = new Set<string>()
  const add = (name: string | null | undefined) => {
    if (name) units.add(name)
  }
  for (const { values } of replica.rows('issue').values()) add(values.reporterUnit)
  for (const { values } of replica.rows('adoptionConcern').values()) add(values.group)
  for (const { values } of replica.rows('audience').values())
    for (const field in values) if (field.startsWith(prefix)) add(field.slice(prefix.length))
  for (const { values } of replica.rows('licencePage').values())
    for (const { department } of readLicences(values.people ?? '')) add(department)
  for (const { values } of replica.rows('activePeople').values())
    for (const use of readPeople(values.people ?? '').keys()) add(usageOf(use).group)
  for (const { values } of replica.rows('usageTotals').values())
    for (const place of readTotals(values.totals ?? '').keys()) add(groupIn(place))
  return units
}
