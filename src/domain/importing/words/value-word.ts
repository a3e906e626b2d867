/** A value without case, accents, spaces and punctuation, so that `Won't do` and `WONT DO` are one word. */
export function valueWord(value: string): string {
  return value
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** One lookup from many lists: each key of `lists` stands for all of its words. */
export function vocabulary<T extends string>(
  lists: { readonly [K in T]?: readonly string[] },
): ReadonlyMap<string, T> {
  const words = new Map<string, T>()
  for (const [meaning, names] of Object.entries(lists) as [T, readonly string[]][]) {
    for (const name of names) words.set(valueWord(name), meaning)
  }
  return words
}
