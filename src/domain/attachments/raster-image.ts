/** A picture that the browser may decode: dots only. What can hold scripts or links, such as SVG, is none. */
export interface RasterImage {
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/bmp'
  readonly width: number
  readonly height: number
}

/** More dots than this would fill the memory of a laptop when drawn; such a picture is only saved. */
const mostDots = 100_000_000

/** So many bytes of a file say what it is. Cameras write previews and profiles before a JPEG's own size. */
export const tellingBytes = 256 * 1024

/**
 * What picture a file holds, told by its first bytes and never by its name or by what somebody says it is.
 * Undefined for anything else, and for one that is too large to draw.
 */
export function rasterImage(start: Uint8Array): RasterImage | undefined {
  const found = png(start) ?? jpeg(start) ?? gif(start) ?? webp(start) ?? bmp(start)
  return found && found.width > 0 && found.height > 0 && found.width * found.height <= mostDots
    ? found
    : undefined
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function says(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0))
}

function png(bytes: Uint8Array): RasterImage | undefined {
  if (bytes.length < 24 || !says(bytes, 0, '\u0089PNG\r\n\u001a\n') || !says(bytes, 12, 'IHDR'))
    return undefined
  const view = viewOf(bytes)
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
}

function gif(bytes: Uint8Array): RasterImage | undefined {
  if (bytes.length < 10 || !(says(bytes, 0, 'GIF87a') || says(bytes, 0, 'GIF89a'))) return undefined
  const view = viewOf(bytes)
  return { type: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) }
}

function bmp(bytes: Uint8Array): RasterImage | undefined {
  if (bytes.length < 26 || !says(bytes, 0, 'BM') || viewOf(bytes).getUint32(14, true) < 40) return undefined
  const view = viewOf(bytes)
  // Lines from the top down are told by a height below zero.
  return {
    type: 'image/bmp',
    width: Math.abs(view.getInt32(18, true)),
    height: Math.abs(view.getInt32(22, true)),
  }
}

function webp(bytes: Uint8Array): RasterImage | undefined {
  if (bytes.length < 30 || !says(bytes, 0, 'RIFF') || !says(bytes, 8, 'WEBP')) return undefined
  const view = viewOf(bytes)
  const type = 'image/webp'
  if (says(bytes, 12, 'VP8 '))
    return { type, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (says(bytes, 12, 'VP8L')) {
    const bits = view.getUint32(21, true)
    return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (says(bytes, 12, 'VP8X'))
    return {
      type,
      width: (view.getUint32(24, true) & 0xffffff) + 1,
      height: (view.getUint32(26, true) >>> 8) + 1,
    }
  return undefined
}

/** A JPEG is a row of pieces, each with its length; one of them begins with the picture's size. */
function jpeg(bytes: Uint8Array): RasterImage | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  const view = viewOf(bytes)
  for (let at = 2; at + 9 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] as number
    if (marker === 0xff) {
      at++
      continue
    }
    if (tellsSize(marker))
      return { type: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

const tellsSize = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
