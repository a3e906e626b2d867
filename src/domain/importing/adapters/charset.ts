import { detectAll } from 'jschardet'

/** Encodings that are looked for, as the detector calls them and as TextDecoder does. */
const candidates: ReadonlyMap<string, string> = new Map([
  ['windows-1252', 'windows-1252'],
  ['iso-8859-1', 'windows-1252'],
  ['windows-1250', 'windows-1250'],
  ['iso-8859-2', 'iso-8859-2'],
  ['windows-1254', 'windows-1254'],
  ['windows-1257', 'windows-1257'],
  ['windows-1251', 'windows-1251'],
  ['koi8-r', 'koi8-r'],
  ['iso-8859-5', 'iso-8859-5'],
  ['windows-1253', 'windows-1253'],
  ['iso-8859-7', 'iso-8859-7'],
  ['windows-1255', 'windows-1255'],
  ['windows-1256', 'windows-1256'],
  ['cp932', 'shift_jis'],
  ['shift_jis', 'shift_jis'],
  ['euc-jp', 'euc-jp'],
  ['cp949', 'euc-kr'],
  ['euc-kr', 'euc-kr'],
  ['gb18030', 'gb18030'],
  ['gb2312', 'gb18030'],
  ['big5', 'big5'],
  ['big5hkscs', 'big5'],
])

const usual = 'windows-1252'
const latin: ReadonlySet<string> = new Set(['windows-1250', 'iso-8859-2', 'windows-1254', 'windows-1257'])

/** Fewer letters beyond ASCII make no word in any language. */
const fewestLetters = 4
/** Below this it is chance; in another alphabet whole words must speak. */
const leastScore = (name: string) => (latin.has(name) ? 0.05 : 0.1)

/** Whether a score stands out from another. A few letters score by chance, and more so where they are rare. */
const outweighs = (score: number, other: number) => score > other * 1.25 + 0.02

export interface FoundEncoding {
  readonly name: string
  /** Every other reading is far less likely, or comes to the same text. */
  readonly sure: boolean
}

interface Scored {
  readonly name: string
  readonly score: number
}

/**
 * The encoding of a sample that is not Unicode. Western European stands unless the letters of another one make
 * clearly better words: in this field it is by far the most frequent.
 */
export function oldEncoding(
  sample: Uint8Array,
  decode: (encoding: string, bytes: Uint8Array) => string,
): FoundEncoding {
  const letters = sample.filter((byte) => byte > 127).length
  const scored = letters < fewestLetters ? [] : scoresOf(sample)
  const scoreOf = (name: string) =>
    Math.max(0, ...scored.filter((one) => one.name === name).map(({ score }) => score))
  const order = [...candidates.values()]
  const [first] = scored
    .filter(({ name }) => name !== usual)
    .sort((a, b) => b.score - a.score || order.indexOf(a.name) - order.indexOf(b.name))
  const name =
    first && first.score >= leastScore(first.name) && outweighs(first.score, scoreOf(usual))
      ? first.name
      : usual
  if (name === usual && hasEuroOfLatin9(sample)) return { name: 'iso-8859-15', sure: true }
  const text = decode(name, sample)
  const rival = Math.max(
    0,
    ...scored.filter((one) => decode(one.name, sample) !== text).map(({ score }) => score),
  )
  return { name, sure: outweighs(scoreOf(name), rival) }
}

function scoresOf(sample: Uint8Array): readonly Scored[] {
  return detectAll(sample).flatMap(({ encoding, confidence }) => {
    const name = encoding === null ? undefined : candidates.get(encoding.toLowerCase())
    return name === undefined ? [] : [{ name, score: confidence }]
  })
}

/** In Windows-1252 the euro is 0x80, and 0xA4 is the sign for any currency, which nobody types. */
function hasEuroOfLatin9(sample: Uint8Array): boolean {
  return sample.includes(0xa4) && !sample.some((byte) => byte >= 0x80 && byte < 0xa0)
}
