/** Every time zone this machine knows, the given ones among them whether or not it lists them. */
export function zoneNames(...more: readonly string[]): string[] {
  return [...new Set(['UTC', ...more, ...Intl.supportedValuesOf('timeZone')])].sort()
}
