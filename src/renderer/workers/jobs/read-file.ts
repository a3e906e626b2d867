import { type RasterImage, rasterImage, tellingBytes } from '@domain/attachments/raster-image'
import { storedBlob } from '../../storage/blobs'
import type { StoredBlob } from '../../storage/database'

export interface FileRead extends StoredBlob {
  /** What picture it holds; null for any other file. */
  readonly image: RasterImage | null
}

/** Reads a file that somebody puts to an issue, once: what is hashed here is what will be stored. */
export async function readFile({ file }: { file: Blob }): Promise<FileRead> {
  const content = new Uint8Array(await file.arrayBuffer())
  const image = rasterImage(content.subarray(0, tellingBytes)) ?? null
  return { ...(await storedBlob(content)), image }
}
