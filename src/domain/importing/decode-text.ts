import { oldEncoding } from './adapters/charset'
import { type Decoded, decodeUnicode } from './decode-unicode'
import { choosableEncodings } from './encodings'
import { ImportProblem } from './problem'

export interface DecodedFile extends Decoded {
  /** Nothing in the file proves the encoding: other letters would have been as likely. */
  readonly assumed: boolean
}

/** Enough to tell a language by its letters. */
const sampleLength = 32_768
/** A line that is a whole document must not keep others out of the sample. */
const longestLine = 4_096

/**
 * Text of a file: as told, else as Unicode proves itself, else in the old encoding whose letters make words.
 * @throws ImportProblem when the told encoding is none.
 */
export function decodeText(bytes: Uint8Array, told?: string): DecodedFile {
  if (told) return { ...decodeAs(told, bytes), assumed: false }
  const unicode = decodeUnicode(bytes)
  if (unicode) return { ...unicode, assumed: false }
  const { name, sure } = oldEncoding(
    tellingLines(bytes),
    (encoding, sample) => decodeAs(encoding, sample).text,
  )
  return { ...decodeAs(name, bytes), assumed: !sure }
}

function decodeAs(encoding: string, bytes: Uint8Array): Decoded {
  const decoder = decoderOf(encoding)
  const text = decoder.decode(bytes)
  const western = decoder.encoding === 'windows-1252'
  return {
    text: western ? text.replace(/[\u0080-\u009f]/g, westernCharacter) : text,
    encoding: decoder.encoding,
  }
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding)
  } catch {
    throw new ImportProblem(
      'unsupported-file',
      `The encoding “${encoding}” is not known. Choose one of ${choosableEncodings.join(', ')}.`,
      { encoding },
    )
  }
}

/**
 * Windows-1252 differs from Latin-1 in these 32 characters, which the decoder of Node 20 leaves as control
 * characters. Where a decoder does it right, nothing is left to replace.
 */
const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function westernCharacter(character: string): string {
  return western[character.charCodeAt(0) - 0x80] ?? character
}

/** The first lines that have more than ASCII: long stretches of English say nothing about the letters in between. */
function tellingLines(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(sampleLength)
  let filled = 0
  for (let start = 0; start < bytes.length && filled < sampleLength; ) {
    const newline = bytes.indexOf(10, start)
    const end = newline < 0 ? bytes.length : newline + 1
    const telling = bytes.subarray(start, end).findIndex((byte) => byte > 127)
    if (telling >= 0) {
      const from = telling < longestLine ? start : start + telling
      const line = bytes.subarray(from, Math.min(end, from + longestLine, from + sampleLength - filled))
      sample.set(line, filled)
      filled += line.length
    }
    start = end
  }
  return sample.subarray(0, filled)
}
