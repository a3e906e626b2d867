import { readTable } from '@domain/importing'
import { guessDelimiter, splitRows } from '@domain/importing/delimited'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { file, latin1, readExport, utf16, workbook } from '../../support/exports'

describe('delimited text', () => {
  test.each([
    ['LF', 'a,b\n1,2\n3,4\n'],
    ['CRLF', 'a,b\r\n1,2\r\n3,4\r\n'],
    ['CR CR LF', 'a,b\r\r\n1,2\r\r\n3,4\r\r\n'],
    ['CR', 'a,b\r1,2\r3,4'],
    ['mixed', 'a,b\r\n1,2\n3,4\r'],
  ])('row ends %s', (_, text) => {
    expect(splitRows(text, ',')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ])
  })

  test('a quote that never closes does not swallow the rest', () => {
    expect(splitRows('a\tb\n"44.39\t7\nx\ty', '\t')).toEqual([
      ['a', 'b'],
      ['"44.39', '7'],
      ['x', 'y'],
    ])
  })

  test.each([
    ['in the middle', 'id,title,status\n1,"Broken,open\n2,Fine,open\n3,"Good, too",open\n4,Last,open\n'],
    [
      'in the last cell',
      '"id","title","status"\n"1","Broken","open\n"2","Fine","open"\n"3","Good, too","open"\n',
    ],
    ['at the end', 'id,title,status\n1,Fine,open\n2,"Broken,open\n3,Good,open\n'],
  ])('a quote %s that is not closed swallows no row, and is told', async (_, text) => {
    const { records, notes } = await readTable(file('x.csv', text))
    expect(records).toHaveLength(text.trim().split('\n').length - 1)
    expect(records.map(({ problem }) => problem)).toEqual(records.map(() => undefined))
    expect(notes.join()).toContain('A quote is opened and not closed in row')
  })

  test('a text of several lines that opens quotes without escaping them stays one cell', () => {
    const text = 'a,b\n"He wrote:\n"it" fails and left",open\nc,d'
    expect(splitRows(text, ',')).toEqual([
      ['a', 'b'],
      ['He wrote:\n"it" fails and left', 'open'],
      ['c', 'd'],
    ])
  })

  test('quotes that were not escaped stay in their cell', () => {
    expect(splitRows('a,"say "yes" now",c\n', ',')).toEqual([['a', 'say "yes" now', 'c']])
  })

  test.each([
    [',', 'a,b;c,d\n1,2;3,4\n'],
    [';', 'a;b\n1,5;2,5\n3,5;4\n'],
    ['\t', 'a\tb, c\n1\t2\n'],
    ['|', 'a|b\n1|2\n'],
    [null, 'a\n1\n2\n'],
  ])('the delimiter %j is found', (delimiter, text) => {
    expect(guessDelimiter(text)).toBe(delimiter)
  })

  test('narrow rows are filled up, wide empty ones cut, wide full ones set aside', async () => {
    const { records } = await readTable(
      file('x.csv', 'id,title,status\n1,One\n2,Two,New,,\n3,Three,New,extra\n4,Four,New\n'),
    )
    expect(records.map(({ cells }) => cells.length)).toEqual([3, 3, 3, 3])
    expect(records.map(({ problem }) => problem)).toEqual([
      undefined,
      undefined,
      'This row has 4 cells, but the header has 3.',
      undefined,
    ])
  })

  test('blank rows are no records', async () => {
    const { records, notes } = await readTable(
      file('x.csv', `id,title\n1,One\n${',\n'.repeat(300)}\n \n2,Two\n`),
    )
    expect(records.map(({ number, cells }) => [number, cells[0]])).toEqual([
      [1, '1'],
      [2, '2'],
    ])
    expect(notes.join()).toContain('blank rows left out')
  })

  test('a header below other lines is found', async () => {
    const { headers, records } = await readTable(
      file(
        'x.csv',
        'Incident list,,,\nExported by,Jo,,\n,,,\nTicket ID,Subject,Status,Priority\n1,One,New,High\n',
      ),
    )
    expect(headers).toEqual(['Ticket ID', 'Subject', 'Status', 'Priority'])
    expect(records).toHaveLength(1)
  })

  test('a short last record is no footer', async () => {
    const { records } = await readTable(file('x.csv', 'id,title,status\n1,One,New\n2,,\n'))
    expect(records).toHaveLength(2)
  })

  test('sep= names the delimiter', async () => {
    const { delimiter, headers } = await readTable(file('x.csv', 'sep=;\nid;title\n1;a,b,c\n'))
    expect([delimiter, headers]).toEqual([';', ['id', 'title']])
  })
})

describe('old encodings', () => {
  const rows = (line: readonly number[]) => {
    const ascii = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0))
    return {
      name: 'x.csv',
      bytes: Uint8Array.from([
        ...ascii('id,title\n'),
        ...Array.from({ length: 20 }, () => [...ascii('1,'), ...line, 10]).flat(),
      ]),
    }
  }
  test.each([
    ['windows-1252', [0xd6, 0x6c, 0x20, 0x80, 0x20, 0x93, 0x66, 0xfc, 0x72, 0x94], 'Öl € “für”'],
    [
      'windows-1251',
      [0xcd, 0xe5, 0x20, 0xef, 0xe5, 0xf7, 0xe0, 0xf2, 0xe0, 0xe5, 0xf2, 0x20, 0xf1, 0xf7, 0xb8, 0xf2],
      'Не печатает счёт',
    ],
    [
      'shift_jis',
      [
        0x90, 0xbf, 0x8b, 0x81, 0x8f, 0x91, 0x82, 0xaa, 0x88, 0xf3, 0x8d, 0xfc, 0x82, 0xc5, 0x82, 0xab, 0x82,
        0xdc, 0x82, 0xb9, 0x82, 0xf1,
      ],
      '請求書が印刷できません',
    ],
  ])('%s', async (encoding, line, title) => {
    const table = await readTable(rows(line))
    expect([table.encoding, table.records[0]?.cells[1]]).toEqual([encoding, title])
  })

  test('one broken character does not turn UTF-8 into something older', async () => {
    const bytes = file('x.csv', 'id,title\n1,Ärger\n2,Öl\n3,Über\n4,Größe\n5,Straße').bytes
    const table = await readTable({ name: 'x.csv', bytes: bytes.subarray(0, bytes.length - 2) })
    expect([table.encoding, table.records[0]?.cells[1]]).toEqual(['utf-8', 'Ärger'])
  })

  test.each(['le', 'be'] as const)('half a letter at the end of UTF-16 (%s) is no record', async (order) => {
    const { bytes } = utf16('x.csv', 'id;title\r\n1;Größe\r\n', order, true)
    const table = await readTable({ name: 'x.csv', bytes: Uint8Array.of(...bytes, 0) })
    expect(table.records.map(({ cells }) => cells)).toEqual([['1', 'Größe']])
  })
})

describe('what is no table', () => {
  const whole = workbook('x.xlsx', [{ name: 'Issues', rows: [['ID'], ['1']] }]).bytes
  const encrypted = new Uint8Array([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    ...Array.from('EncryptedPackage').flatMap((c) => [c.charCodeAt(0), 0]),
  ])
  test.each([
    ['an empty file', file('x.csv', ''), 'empty-file'],
    ['only spaces', file('x.csv', ' \n \n'), 'empty-file'],
    ['only a header', file('x.csv', 'id,title\n'), 'no-records'],
    ['a sign-in page', file('x.csv', '<!DOCTYPE html><html><body>Sign in</body></html>'), 'not-a-table'],
    [
      'bytes',
      { name: 'x.csv', bytes: Uint8Array.from({ length: 500 }, (_, index) => (index * 7) % 32) },
      'not-a-table',
    ],
    ['a PDF', latin1('x.csv', '%PDF-1.7 ...'), 'unsupported-file'],
    [
      'an old workbook',
      { name: 'x.xls', bytes: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]) },
      'unsupported-file',
    ],
    ['an encrypted workbook', { name: 'x.xlsx', bytes: encrypted }, 'encrypted-workbook'],
    ['an archive', { name: 'x.zip', bytes: zipSync({ 'a.csv': new Uint8Array([65]) }) }, 'unsupported-file'],
    ['a torn workbook', { name: 'x.xlsx', bytes: whole.subarray(0, whole.length - 30) }, 'broken-workbook'],
    ['torn JSON', file('x.json', '[{"number": 1, "title": '), 'broken-json'],
    ['JSON without issues', file('x.json', '[]'), 'no-records'],
  ])('%s is refused by name', async (_, given, code) => {
    await expect(readTable(given)).rejects.toMatchObject({ name: 'ImportProblem', code })
  })
})

describe('workbooks', () => {
  test('the first visible sheet with records is read; dates come as wall time', async () => {
    const made = workbook('x.xlsx', [
      {
        name: 'Old',
        hidden: true,
        rows: [
          ['ID', 'Title'],
          ['1', 'Forgotten'],
        ],
      },
      { name: 'Cover', rows: [['Read me']] },
      {
        name: 'Issues',
        rows: [
          ['ID', 'Title', 'Created'],
          ['7', 'A < B & C', 46_346.34375],
          ['8', 'Two', 46_346],
        ],
      },
    ])
    const table = await readTable(made)
    expect(table).toMatchObject({ kind: 'workbook', sheets: ['Old', 'Cover', 'Issues'], sheet: 'Issues' })
    expect(table.records.map(({ cells }) => cells)).toEqual([
      ['7', 'A < B & C', '2026-11-20 08:15:00'],
      ['8', 'Two', '2026-11-20'],
    ])
    await expect(readTable(made, { sheet: 'Nope' })).rejects.toMatchObject({ code: 'no-such-sheet' })
    expect((await readTable(made, { sheet: 'Old' })).records).toHaveLength(1)
  })

  test('days counted from 1904 are the same days', async () => {
    const table = await readTable(
      workbook(
        'x.xlsx',
        [
          {
            name: 'Issues',
            rows: [
              ['ID', 'Created'],
              ['7', 46_346 - 1_462],
            ],
          },
        ],
        true,
      ),
    )
    expect(table.records[0]?.cells[1]).toBe('2026-11-20')
  })

  test('days swapped by a spreadsheet program beside text that it left alone are asked about', async () => {
    const made = workbook('x.xlsx', [
      {
        name: 'Issues',
        rows: [
          ['ID', 'Title', 'Created'],
          ['7', 'One', 46_118],
          ['8', 'Two', '23/11/2026'],
        ],
      },
    ])
    const { said } = await readExport(made)
    expect(said.questions).toMatchObject([
      { kind: 'date-order', column: 'Created', examples: ['2026-04-06', '23/11/2026'] },
    ])
  })
})

describe('JSON', () => {
  test('what Jira wraps in fields is read as if it were not', async () => {
    const issue = {
      id: '1',
      key: 'FIN-1',
      fields: { summary: 'One', status: { name: 'Done' }, labels: ['a', 'b'] },
    }
    const { headers, records } = await readTable(
      file('x.json', JSON.stringify({ startAt: 0, issues: [issue] })),
    )
    expect(headers).toEqual(['id', 'key', 'summary', 'status', 'labels'])
    expect(records[0]?.cells.slice(0, 4)).toEqual(['1', 'FIN-1', 'One', 'Done'])
  })

  test('one object per line', async () => {
    const { records, headers } = await readTable(
      file('x.jsonl', '{"id":1,"title":"One"}\n{"id":2,"title":"Two","by":{"name":"Jo"}}\n'),
    )
    expect(headers).toEqual(['id', 'title', 'by'])
    expect(records.map(({ cells }) => cells)).toEqual([
      ['1', 'One', ''],
      ['2', 'Two', 'Jo'],
    ])
  })

  test('prototype keys and deep nesting do no harm', async () => {
    const deep = `${'{"a":'.repeat(200)}1${'}'.repeat(200)}`
    const { headers } = await readTable(
      file('x.json', `[{"id":1,"title":"x","__proto__":{"polluted":true},"deep":${deep}}]`),
    )
    expect(headers).toContain('__proto__.polluted')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})
