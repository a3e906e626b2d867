import { touchedBy } from '@domain/merge/apply'
import type { Replica } from '@domain/merge/replica'
import { entities, fieldProblem, isEntityName, isKnownField } from '@domain/model/entities'
import type { Fields, Value } from '@domain/model/value'
import { CommandFailure } from '../failure'
import { type Command, inEngagement, neededOption } from '../run'

export const edit: Command = (run) =>
  inEngagement(run, async (session) => {
    const entity = neededOption(run.options, 'entity')
    if (!isEntityName(entity)) throw new CommandFailure('unknown-entity', `There is no entity “${entity}”.`)
    const fields = fieldsFrom(neededOption(run.options, 'set'))
    if (Object.keys(fields).length === 0)
      throw new CommandFailure('bad-value', '--set names no field; there is nothing to change.')
    for (const [field, value] of Object.entries(fields)) {
      if (!isKnownField(entity, field))
        throw new CommandFailure('unknown-field', `${entity} has no field “${field}”.`, {
          fields: Object.keys(entities[entity].fields),
        })
      const problem = fieldProblem(entity, field, value)
      if (problem) throw new CommandFailure('bad-value', problem)
    }
    const key = rowKey(session.replica, entity, neededOption(run.options, 'key'))
    await session.write(`${entity} ${key} edited`, [{ entity, key, fields }])
    const row = session.replica.table(entity).get(key)
    return { stamp: row && touchedBy(row), entity, key }
  })

function fieldsFrom(text: string): Fields {
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch {
    throw new CommandFailure('not-json', `--set takes JSON such as '{"severity": 1}'; not “${text}”.`)
  }
  if (
    typeof input !== 'object' ||
    input === null ||
    Array.isArray(input) ||
    !Object.values(input).every(isValue)
  )
    throw new CommandFailure('bad-value', '--set takes an object of texts, numbers, true, false and null.')
  return input as Fields
}

function isValue(value: unknown): value is Value {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

/** A row by its own key; an issue also by the short or external key that people know it by. */
function rowKey(replica: Replica, entity: string, key: string): string {
  const table = replica.table(entity)
  if (table.has(key)) return key
  const named = [...table.values()].filter(
    ({ values }) => values.shortKey === key || values.externalKey === key,
  )
  const [only] = named
  if (only && named.length === 1) return only.key
  throw new CommandFailure(
    named.length > 1 ? 'ambiguous-key' : 'no-such-row',
    named.length > 1
      ? `More than one ${entity} is called “${key}”; use one of the keys in details.`
      : `There is no ${entity} “${key}”.`,
    named.length > 1 ? named.map((row) => row.key) : undefined,
  )
}
