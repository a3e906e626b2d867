import { ImportProblem } from './problem'

export type FileKind = 'workbook' | 'text'

interface Signature {
  readonly bytes: readonly number[]
  readonly what: string
}

const refused: readonly Signature[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'a PDF' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a picture' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a picture' },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: 'a picture' },
  { bytes: [0x1f, 0x8b], what: 'a compressed archive' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: 'a compressed archive' },
  { bytes: [0x52, 0x61, 0x72, 0x21], what: 'a compressed archive' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: 'a text document (RTF)' },
]
const zip = [0x50, 0x4b, 0x03, 0x04]
const emptyZip = [0x50, 0x4b, 0x05, 0x06]
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0]
const exportInstead = 'Export the issues as CSV, Excel (.xlsx) or JSON and import that.'

/**
 * What a file is, by its first bytes and not by its name.
 * @throws ImportProblem when it is nothing that issues can be read from.
 */
export function fileKind(name: string, bytes: Uint8Array): FileKind {
  if (bytes.length === 0)
    throw new ImportProblem('empty-file', `${name} is empty. Export it again.`, { file: name })
  if (startsWith(bytes, zip) || startsWith(bytes, emptyZip)) {
    if (namesWorkbookPart(bytes)) return 'workbook'
    if (/\.(?:xlsx|xlsm)$/i.test(name)) return 'workbook'
    throw new ImportProblem(
      'unsupported-file',
      `${name} is a ZIP archive, not a table. Unpack it and import the file inside.`,
      {
        file: name,
      },
    )
  }
  if (startsWith(bytes, compoundFile)) throw compoundFileProblem(name, bytes)
  const known = refused.find((signature) => startsWith(bytes, signature.bytes))
  if (known)
    throw new ImportProblem('unsupported-file', `${name} is ${known.what}, not a table. ${exportInstead}`, {
      file: name,
    })
  return 'text'
}

/** @throws ImportProblem when decoded text is a web page, XML or binary rather than a table. */
export function refuseOtherText(name: string, text: string): void {
  const start = text.slice(0, 2_000).trimStart().toLowerCase()
  if (/^(?:<!doctype|<html|<head|<body|<table|<meta|<\?xml)/.test(start)) {
    throw new ImportProblem(
      'not-a-table',
      `${name} is a web page or XML, not a table. It may be the tracker's sign-in page. ${exportInstead}`,
      { file: name },
    )
  }
  if (start === '')
    throw new ImportProblem('empty-file', `${name} holds no text. Export it again.`, { file: name })
  let strange = 0
  const probe = text.slice(0, 20_000)
  for (let index = 0; index < probe.length; index++) {
    const unit = probe.charCodeAt(index)
    if (unit === 0 || (unit < 32 && unit !== 9 && unit !== 10 && unit !== 13)) strange++
  }
  if (strange > Math.max(2, probe.length * 0.01)) {
    throw new ImportProblem('not-a-table', `${name} is not text. ${exportInstead}`, { file: name })
  }
}

function compoundFileProblem(name: string, bytes: Uint8Array): ImportProblem {
  if (holds(bytes, 'EncryptedPackage', 2)) {
    return new ImportProblem(
      'encrypted-workbook',
      `${name} is protected by a password. Save it without one and import that.`,
      {
        file: name,
      },
    )
  }
  return new ImportProblem(
    'unsupported-file',
    `${name} is in the old Excel format (.xls). Open it, save it as .xlsx or CSV and import that.`,
    { file: name },
  )
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

function namesWorkbookPart(bytes: Uint8Array): boolean {
  return holds(bytes, 'xl/', 1)
}

/** Whether ASCII `text` occurs in the first or last stretch of the file, in units of `width` bytes. */
function holds(bytes: Uint8Array, text: string, width: 1 | 2): boolean {
  const stretch = 1 << 18
  const decoder = new TextDecoder(width === 2 ? 'utf-16le' : 'windows-1252')
  const head = decoder.decode(bytes.subarray(0, stretch))
  return (
    head.includes(text) ||
    decoder.decode(bytes.subarray(Math.max(0, bytes.length - stretch) & ~1)).includes(text)
  )
}
