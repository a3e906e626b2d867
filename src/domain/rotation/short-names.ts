/** `Priya` for Priya Raman. */
export const firstName = (name: string): string => name.split(/\s+/)[0] || name

/** `PR` for Priya Raman: the month has little room. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '')
  return letters.join('').toLocaleUpperCase()
}
