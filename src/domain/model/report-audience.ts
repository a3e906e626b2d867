import { flag, line } from './field'

/** Readers of the reports who may not read everything. */
export const reportAudienceFields = {
  name: line,
  namesWithheld: flag,
  unitsWithheld: flag,
  removed: flag,
} as const

/** `withheld:FIELD` a field of issues whose contents they do not read; `withheld:column:HEADER` an imported column. */
export const reportAudienceSets = { 'withheld:': flag } as const
