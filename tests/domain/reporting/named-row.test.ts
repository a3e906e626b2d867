import { namedRow } from '@domain/reporting/named-row'
import { redactionOf } from '@domain/reporting/redaction'
import { nothing } from '@domain/reporting/withholding'
import { expect, test } from 'vitest'
import { hour, hypercare } from './hypercare'

test('an issue without a title is called by its key, which says nothing that is withheld', () => {
  const replica = hypercare([
    { at: hour, key: 'jira:TES-1', fields: { externalKey: 'TES-1', status: 'new' } },
  ])
  const row = { entity: 'issue', key: 'jira:TES-1' }
  expect(namedRow(replica, row).title).toBe('jira:TES-1')
  const redaction = redactionOf(replica, { ...nothing, fields: ['externalKey'] })
  expect(JSON.stringify({ ...namedRow(replica, row, redaction), key: '' })).not.toContain('TES-1')
})
