import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readExport } from '../../support/exports'

const samples = fileURLToPath(new URL('../../../resources/samples/', import.meta.url))

describe('the sample exports that come with the app', () => {
  test.each(readdirSync(samples).filter((name) => name.endsWith('.csv')))(
    '%s imports without a question',
    async (name) => {
      const { said } = await readExport({ name, bytes: new Uint8Array(readFileSync(samples + name)) })
      expect([said.questions, said.quarantined]).toEqual([[], []])
      expect(said.drafts).toHaveLength(said.records)
    },
  )
})
