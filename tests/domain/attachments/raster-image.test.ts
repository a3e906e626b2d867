import { rasterImage } from '@domain/attachments/raster-image'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const bytes = (...parts: readonly (string | number | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : part,
    ) as number[],
  )
const big = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
const little = (value: number) => big(value).reverse()
const short = (value: number) => [value >>> 8, value & 255]

const png = (width: number, height: number) =>
  bytes(0x89, 'PNG\r\n\u001a\n', big(13), 'IHDR', big(width), big(height))
const jpeg = (width: number, height: number) =>
  bytes(
    [0xff, 0xd8],
    [0xff, 0xe0],
    short(16),
    new Array(14).fill(0),
    [0xff, 0xff, 0xc2],
    short(11),
    8,
    short(height),
    short(width),
    [3],
  )

describe('what picture a file holds', () => {
  it.each([
    ['image/png', png(640, 480)],
    ['image/jpeg', jpeg(640, 480)],
    ['image/gif', bytes('GIF89a', [...short(640)].reverse(), [...short(480)].reverse())],
    ['image/bmp', bytes('BM', new Array(12).fill(0), little(40), little(640), little(-480 >>> 0))],
    ['image/webp', bytes('RIFF', little(0), 'WEBP', 'VP8 ', new Array(10).fill(0), [0x80, 2, 0xe0, 1])],
    [
      'image/webp',
      bytes('RIFF', little(0), 'WEBP', 'VP8L', little(0), 0x2f, little(639 | (479 << 14)), [0, 0, 0, 0, 0]),
    ],
    ['image/webp', bytes('RIFF', little(0), 'WEBP', 'VP8X', little(10), little(0), [0x7f, 2, 0, 0xdf, 1, 0])],
  ] as const)('tells %s by its first bytes, and how large it is', (type, start) => {
    expect(rasterImage(start)).toEqual({ type, width: 640, height: 480 })
  })

  it.each([
    ['a picture made of markup', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'],
    ['a page', '<!doctype html><img src=x onerror=alert(1)>'],
    ['a document', '%PDF-1.7 and more of it to be long enough'],
    ['nothing', ''],
  ])('is none for %s', (_what, text) => {
    expect(rasterImage(bytes(text))).toBeUndefined()
  })

  it('is none where drawing it would fill the memory, or there is nothing to draw', () => {
    expect(rasterImage(png(60_000, 60_000))).toBeUndefined()
    expect(rasterImage(png(0, 10))).toBeUndefined()
  })

  it('never fails, and never takes markup for a picture, whatever comes', () => {
    const starts = fc.constantFrom<Uint8Array>(
      bytes(0x89, 'PNG\r\n'),
      bytes([0xff, 0xd8, 0xff]),
      bytes('GIF89a'),
      bytes('RIFFxxxxWEBPVP8 '),
      bytes('BM'),
      bytes('<svg'),
    )
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 64 }), (start, rest) => {
        const found = rasterImage(Uint8Array.of(...start, ...rest))
        if (start[0] === 0x3c) expect(found).toBeUndefined()
        if (found) expect(found.width * found.height).toBeGreaterThan(0)
      }),
    )
  })
})
