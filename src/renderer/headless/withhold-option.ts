import type { Replica } from '@domain/merge/replica'
import {
  audienceNamed,
  builtInAudiences,
  markableFields,
  nameOfAudience,
  standingAudiences,
  type Withholding,
} from '@domain/reporting/withholding'
import { CommandFailure } from './failure'
import { type Options, textOption } from './run'

/**
 * What the readers are not told: that of `--audience`, by name or key, what `--withhold` lists besides, and with
 * `--redact` no names in any case.
 */
export function withholdOption(options: Options, replica: Replica): Withholding {
  const { names, units, fields } = ofAudience(textOption(options, 'audience') ?? 'everybody', replica)
  const listed = (textOption(options, 'withhold') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const marked = listed.filter((part) => part !== 'names' && part !== 'units')
  const wrong = marked.find((part) => !isMarkable(part))
  if (wrong !== undefined)
    throw new CommandFailure(
      'bad-option',
      `--withhold takes names, units, ${markableFields.join(', ')} and column:HEADER, with commas between; not “${wrong}”.`,
    )
  return {
    names: names || options.redact === true || listed.includes('names'),
    units: units || listed.includes('units'),
    fields: [...new Set([...fields, ...marked])].sort(),
  }
}

function ofAudience(chosen: string, replica: Replica): Withholding {
  const rows = replica.rows('reportAudience')
  const withholding = audienceNamed(rows, chosen)
  if (withholding) return withholding
  const own = standingAudiences(rows.values()).map(nameOfAudience)
  throw new CommandFailure(
    'bad-option',
    `There is no audience “${chosen}”. There are: ${[...Object.keys(builtInAudiences), ...own].join(', ')}.`,
  )
}

const isMarkable = (field: string) =>
  /^column:./.test(field) || markableFields.some((other) => other === field)
