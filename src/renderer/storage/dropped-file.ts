import { largestFile } from '@contract/limits'

/**
 * The bytes of a file that was dropped on the window.
 * @throws Error with words for a person when it is no file, too large, or changes while it is read.
 */
export async function readDropped(file: File): Promise<Uint8Array> {
  if (file.size > largestFile) {
    const gigabytes = (file.size / 1024 ** 3).toFixed(1)
    throw new Error(
      `“${file.name}” has ${gigabytes} GB; files of up to 256 MB can be opened. Export a shorter period from the tracker, or split the file.`,
    )
  }
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    // The browser gives one error for a folder, for a file without permission and for one that has just changed.
    throw new Error(
      `“${file.name}” cannot be read: it is a folder, it may not be opened, or it changed while it was being read. Wait until whatever writes it is done, then drop it again; nothing was imported.`,
    )
  }
}
