import type { Replica } from '../merge/replica'
import { engagementKey } from '../model/engagement'
import { affectedOf } from '../triage/affected'
import { foldedWord, type Redact, unspaced, word } from './redacting'

/** What stands where a name stood. */
export const withheldName = '[name]'

const mailAddress = /[^\s<>()[\],;]+@[^\s<>()[\],;]+/gu
const severalWithheld = /\[name\](?:[\s,'’.-]*\[name\])+/gu
/** Shorter ones are words of every language, and give nobody away alone. */
const tellingLength = 3

/**
 * Withholds everybody whom the engagement knows by name, wherever a text that is printed mentions them: in full or by
 * a part of the name. Rather a word too many is withheld than a name too few.
 */
export function redactNames(replica: Replica): Redact {
  const parts = new Set<string>()
  const handles = new Set<string>()
  const whole = new Set<string>()
  for (const name of namesIn(replica)) {
    const words = wordsOf(name.split('@')[0] ?? '')
    for (const one of words) parts.add(one)
    // An account such as `jdoe42` is one word, and is not written with a capital.
    const [only = ''] = words
    if (words.length === 1 && only.length >= tellingLength) handles.add(only)
    if (unspaced.test(name)) whole.add(name.trim())
  }
  return (text) => {
    let told = text.replace(mailAddress, withheldName)
    for (const name of whole) if (told.includes(name)) told = told.replaceAll(name, withheldName)
    return withoutWords(told, parts, handles).replace(severalWithheld, withheldName)
  }
}

function withoutWords(text: string, parts: ReadonlySet<string>, handles: ReadonlySet<string>): string {
  const found = [...text.matchAll(word)].map(({ 0: written, index }) => ({
    written,
    index,
    folded: foldedWord(written),
  }))
  let told = ''
  let from = 0
  for (const [place, { written, index, folded }] of found.entries()) {
    if (!parts.has(folded)) continue
    const beside = [found[place - 1], found[place + 1]].some((other) => other && parts.has(other.folded))
    const alone = handles.has(folded) || (folded.length >= tellingLength && written !== written.toLowerCase())
    if (!beside && !alone) continue
    told += text.slice(from, index) + withheldName
    from = index + written.length
  }
  return told + text.slice(from)
}

function wordsOf(name: string): string[] {
  return [...name.matchAll(word)].map(([written]) => foldedWord(written))
}

function* namesIn(replica: Replica): Generator<string> {
  const { sponsor } = replica.rows('engagement').get(engagementKey)?.values ?? {}
  if (sponsor) yield sponsor
  for (const { values } of replica.rows('person').values()) {
    for (const name of [values.name, values.sourceName, values.email]) if (name) yield name
  }
  for (const row of replica.rows('issue').values()) {
    if (row.values.reporter) yield row.values.reporter
    yield* affectedOf(row)
  }
  for (const { values } of replica.rows('comment').values()) if (values.author) yield values.author
}
