import type { Replica } from '../merge/replica'
import type { Row } from '../merge/row'
import { engagementKey } from '../model/engagement'
import type { Decision, Issue, Patch } from '../model/entities'
import { affectedOf } from '../triage/affected'

/** A text without the names of people. */
export type Redact = (text: string) => string

/** What stands where a name stood. */
export const withheld = '[name]'

const word = /[\p{L}\p{M}\p{N}]+/gu
const mailAddress = /[^\s<>()[\],;]+@[^\s<>()[\],;]+/gu
const severalWithheld = /\[name\](?:[\s,'’.-]*\[name\])+/gu
/** Shorter ones are words of every language, and give nobody away alone. */
const tellingLength = 3
/** Written without spaces between words, so that a name is found wherever it stands. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

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
    let told = text.replace(mailAddress, withheld)
    for (const name of whole) if (told.includes(name)) told = told.replaceAll(name, withheld)
    return withoutWords(told, parts, handles).replace(severalWithheld, withheld)
  }
}

function withoutWords(text: string, parts: ReadonlySet<string>, handles: ReadonlySet<string>): string {
  const found = [...text.matchAll(word)].map(({ 0: written, index }) => ({
    written,
    index,
    folded: fold(written),
  }))
  let told = ''
  let from = 0
  for (const [place, { written, index, folded }] of found.entries()) {
    if (!parts.has(folded)) continue
    const beside = [found[place - 1], found[place + 1]].some((other) => other && parts.has(other.folded))
    const alone = handles.has(folded) || (folded.length >= tellingLength && written !== written.toLowerCase())
    if (!beside && !alone) continue
    told += text.slice(from, index) + withheld
    from = index + written.length
  }
  return told + text.slice(from)
}

function wordsOf(name: string): string[] {
  return [...name.matchAll(word)].map(([written]) => fold(written))
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
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

const printed = ['title', 'component', 'processArea'] as const

/** An issue whose printed texts mention nobody. */
export function redactedIssue(row: Row<Issue>, redact: Redact): Row<Issue> {
  const changed: Partial<Record<(typeof printed)[number], string>> = {}
  for (const field of printed) {
    const text = row.values[field]
    const told = text && redact(text)
    if (told && told !== text) changed[field] = told
  }
  return Object.keys(changed).length === 0 ? row : { ...row, values: { ...row.values, ...changed } }
}

/** Whom it is asked of is a person, whether the engagement knows them otherwise or not. */
export function redactedDecision(row: Row<Decision>, redact: Redact): Row<Decision> {
  const { title, askedOf } = row.values
  return {
    ...row,
    values: { ...row.values, ...(title && { title: redact(title) }), ...(askedOf && { askedOf: withheld }) },
  }
}

/** Why a patch was rolled back is typed by people, who may name people. */
export function redactedPatch(row: Row<Patch>, redact: Redact): Row<Patch> {
  const { name, rollbackReason } = row.values
  const told = {
    ...(name && { name: redact(name) }),
    ...(rollbackReason && { rollbackReason: redact(rollbackReason) }),
  }
  return { ...row, values: { ...row.values, ...told } }
}
