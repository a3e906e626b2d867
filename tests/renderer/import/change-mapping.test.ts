import type { ColumnMapping } from '@domain/importing/mapping'
import { describe, expect, it } from 'vitest'
import { mapColumn, settleWord } from '../../../src/renderer/features/import/change-mapping'

const mapping: ColumnMapping = {
  source: 'table',
  system: 'table',
  columns: { Name: 'title', Nr: 'externalKey', Plant: null },
  values: {},
}

describe('mapping a column', () => {
  it('takes the target from the column that fed it before', () => {
    expect(mapColumn(mapping, 'Plant', 'externalKey').columns).toEqual({
      Name: 'title',
      Nr: null,
      Plant: 'externalKey',
    })
  })

  it('lets several columns feed tags', () => {
    const tagged = mapColumn(mapColumn(mapping, 'Plant', 'tags'), 'Name', 'tags')
    expect(tagged.columns).toMatchObject({ Plant: 'tags', Name: 'tags' })
  })

  it('takes columns by any name', () => {
    const { columns } = mapColumn(mapColumn(mapping, '__proto__', 'title'), 'constructor', 'component')
    expect(Object.getOwnPropertyNames(columns)).toEqual(['Name', 'Nr', 'Plant', '__proto__', 'constructor'])
    expect(Object.getOwnPropertyDescriptor(columns, '__proto__')?.value).toBe('title')
  })
})

describe('settling a word', () => {
  it('remembers what it means, and forgets it again', () => {
    const settled = settleWord(mapping, 'severity', 'Blocker', '1')
    expect(settled.values.severity).toEqual({ Blocker: 1 })
    expect(settleWord(settled, 'severity', 'Blocker', '').values.severity).toEqual({})
  })

  it('leaves the words of other columns alone', () => {
    const both = settleWord(settleWord(mapping, 'status', 'Parked', 'on-hold'), 'class', 'Parked', 'defect')
    expect(both.values).toMatchObject({ status: { Parked: 'on-hold' }, class: { Parked: 'defect' } })
  })
})
