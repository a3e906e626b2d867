import { dateHeaders } from './common-headers/dates'
import { issueHeaders } from './common-headers/issue'
import { peopleHeaders } from './common-headers/people'
import type { HeaderNames, Tracker } from './tracker'

/** What columns are commonly called, in any tracker and in seven languages. Also the fallback for every tracker. */
export const commonHeaders: HeaderNames = { ...issueHeaders, ...peopleHeaders, ...dateHeaders }

/** Anything else: a spreadsheet somebody keeps, or a tracker not known by name. */
export const generic: Tracker = {
  source: 'table',
  label: 'Table',
  system: 'table',
  headers: {},
  marks: [],
  tagSeparator: /\s*[,;]\s*/u,
  comments: 'stamped',
}
