/** Side of the picture in pixels. */
export const overlaySize = 16

// Blue, green, red, opaque: the order in which bitmaps are read on the platforms that show an overlay.
const red = [0x2b, 0x2b, 0xd9, 0xff] as const

/** A red dot, for the corner of the icon in the taskbar of Windows, which shows pictures and no numbers. */
export function overlayBitmap(): Buffer {
  const bytes = Buffer.alloc(overlaySize * overlaySize * red.length)
  const middle = (overlaySize - 1) / 2
  for (let y = 0; y < overlaySize; y++)
    for (let x = 0; x < overlaySize; x++)
      if (Math.hypot(x - middle, y - middle) < overlaySize / 2)
        bytes.set(red, (y * overlaySize + x) * red.length)
  return bytes
}
