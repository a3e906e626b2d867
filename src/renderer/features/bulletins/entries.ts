import type { AudienceLine } from './use-bulletins'

/** What the list offers: the bulletin that an audience gets next, or one that it was sent. */
export interface Entry {
  readonly audience: string
  /** Key of the sending; undefined for the bulletin that comes next. */
  readonly sending: string | undefined
}

/** Of each audience so many past bulletins are listed; the latest are what people come for. */
const mostSent = 60

export function entriesOf(lines: readonly AudienceLine[]): Entry[] {
  return lines.flatMap(({ audience, sent }) => [
    { audience: audience.key, sending: undefined },
    ...sent.slice(0, mostSent).map(({ key }) => ({ audience: audience.key, sending: key })),
  ])
}

export const isSame = (a: Entry, b: Entry | undefined) =>
  a.audience === b?.audience && a.sending === b.sending
