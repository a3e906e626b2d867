import { numberText } from '@domain/reporting/number-text'

/** How many more there are than a list has room for. */
export function Rest({ count, shown }: { readonly count: number; readonly shown: number }) {
  if (count <= shown) return null
  return <p className="quiet">and {numberText(count - shown)} more, listed in the app</p>
}
