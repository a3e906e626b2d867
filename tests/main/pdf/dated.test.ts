import { expect, test } from 'vitest'
import { dated } from '../../../src/main/pdf/dated'

const info = (date: string) => `1 0 obj\n<</CreationDate (D:${date})\n/ModDate (D:${date})>>\nendobj\n\u00ff`

test('the dates of a PDF are those of the app’s clock, and nothing else of it changes', () => {
  const at = Date.UTC(2026, 10, 23, 9, 5, 7)
  const pdf = dated(Buffer.from(info("20261124235741+00'00'"), 'latin1'), at)
  expect(Buffer.from(pdf).toString('latin1')).toBe(info("20261123090507+00'00'"))
  const other = Buffer.from('%PDF-1.4 without any date')
  expect(Buffer.from(dated(other, at))).toEqual(other)
})
