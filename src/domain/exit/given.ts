import type { Instant } from '../model/value'

/** What other rooms say at one moment; what is not given has not been measured. */
export interface Given {
  readonly activeShare?: { readonly active: number; readonly licensed: number } | undefined
  readonly handover?: { readonly done: number; readonly of: number } | undefined
  readonly signedOff?: boolean | undefined
}
export type GivenAt = (asOf: Instant) => Given
