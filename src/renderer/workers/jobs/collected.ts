import { BundleProblem } from '@domain/bundle/problem'

/**
 * All pieces of a bundle.
 * @throws BundleProblem `too-large` as soon as they are longer than others can open; no more of them are made then.
 */
export async function collectedWithin(
  largest: number,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Uint8Array[]> {
  const all: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    size += piece.length
    if (size > largest)
      throw new BundleProblem(
        'too-large',
        `With its attached files the bundle would be longer than the ${largest / 1024 ** 2} MB that other laptops can open. Give it for one laptop, so that it holds only what that one lacks; or choose a folder, on the stick for instance, as the sync folder: what goes there is written as several bundles.`,
      )
    all.push(piece)
  }
  return all
}
