import { Sha256 } from '@domain/bundle/sha256'
import { sha256 } from '@domain/bundle/zip'
import fc from 'fast-check'
import { expect, it } from 'vitest'

it('gives the digest that the standard prints for "abc"', () => {
  expect(new Sha256().update(new TextEncoder().encode('abc')).hex()).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
})

it('agrees with the platform, however the bytes are cut into pieces', async () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(pieces, async (parts) => {
      const hash = new Sha256()
      for (const part of parts) hash.update(part)
      expect(hash.hex()).toBe(await sha256(Uint8Array.from(parts.flatMap((part) => [...part]))))
    }),
  )
})
