const dates = /\/(?:CreationDate|ModDate) \(D:(\d{14}[+-]\d\d'\d\d')\)/g

/**
 * A printed PDF as if it had been printed at `at`: Chromium writes the system's time into it, and the same report as
 * of the same moment must be the same file to the last byte. Nothing changes its length, so that its table of places holds.
 */
export function dated(pdf: Uint8Array, at: number): Uint8Array {
  const written = new Date(at).toISOString().replace(/\D/g, '').slice(0, 14)
  const bytes = Buffer.from(pdf)
  for (const { 0: found, 1: date = '', index } of bytes.toString('latin1').matchAll(dates))
    bytes.write(`${written}+00'00'`, index + found.indexOf(date), 'latin1')
  return bytes
}
