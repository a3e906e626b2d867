import { type RasterImage, rasterImage, tellingBytes } from '@domain/attachments/raster-image'
import type { FileRead } from '../workers/jobs/read-file'
import { inWorker } from '../workers/spawn'

export type { FileRead } from '../workers/jobs/read-file'

/** Reads a file to be attached, off the screen's thread. @throws WorkerFailure when the disk does not hand it out. */
export function readAttachedFile(file: Blob): Promise<FileRead> {
  return inWorker((worker) => worker.call('readFile', { file }))
}

export interface Picture {
  /** The content under the type it was found to have: the browser tries no other. */
  readonly blob: Blob
  readonly image: RasterImage
}

/** The picture that a stored content holds, if it does; told by the content alone, for its name may come from anybody. */
export async function pictureIn(content: Blob): Promise<Picture | undefined> {
  const image = rasterImage(new Uint8Array(await content.slice(0, tellingBytes).arrayBuffer()))
  return image && { blob: content.slice(0, content.size, image.type), image }
}
