import { kindOfFile, UsageColumns } from '@domain/adoption/columns'
import { ImportProblem } from '@domain/importing/problem'
import { readTable } from '@domain/importing/read-table'
import { describe, expect, test } from 'vitest'
import { draftOf, lines } from '../../support/adoption'
import { workbook } from '../../support/exports'

const signIns = lines(
  'Username,Login Time,Source IP,Login Type,Status,Browser,Platform,Application,Client Version,API Type,Login URL',
  'Anna@acme.example,11/23/2026 8:02:11 AM,10.0.0.1,Application,Success,Chrome 120,Windows 10,Browser,N/A,N/A,login.acme',
  'anna@acme.example,11/23/2026 4:40:00 PM,10.0.0.1,SAML Sfdc Initiated SSO,Success,Chrome 120,Windows 10,Browser,N/A,N/A,login.acme',
  'bo@acme.example,11/23/2026 9:15:00 AM,10.0.0.2,Application,Failed: Invalid Password,Firefox,Windows 10,Browser,N/A,N/A,login.acme',
  'bo@acme.example,11/24/2026 9:15:00 AM,10.0.0.2,Remote Access 2.0,Success,Safari,iOS,Salesforce for iOS,N/A,N/A,login.acme',
  'cy@acme.example,11/24/2026 1:00:00 AM,10.0.0.3,Other Apex API,Success,Unknown,Unknown,Reports,58.0,REST API,login.acme',
  'dee@acme.example,11/24/2026 2:00:00 AM,10.0.0.3,Partner Product,Success,Unknown,Unknown,Data Loader Bulk,58.0,SOAP Partner,login.acme',
  'svc.billing@acme.example,11/24/2026 3:00:00 AM,10.0.0.4,Application,Success,Chrome 120,Linux,Browser,N/A,N/A,login.acme',
  'eli@acme.example,11/24/2026 4:00:00 AM,10.0.0.5,Remote Access 2.0,Success,Unknown,Unknown,Nightly warehouse,N/A,N/A,login.acme',
)

const told = (people: ReadonlyMap<string, ReadonlyMap<string, number>>) =>
  Object.fromEntries([...people].map(([day, uses]) => [day, Object.fromEntries(uses)]))

describe('a login history', () => {
  test('counts people who got in, by day of the engagement, and says what it leaves out', async () => {
    const draft = await draftOf(signIns)
    expect(draft).toMatchObject({ kind: 'sign-ins', records: 8, questions: [], quarantined: [] })
    expect(told(draft.people)).toEqual({
      '2026-11-23': { 'anna@acme.example\t\t': 2 },
      '2026-11-24': { 'bo@acme.example\t\t': 1 },
    })
    expect(draft.leftOut).toEqual({ failed: 1, api: 2, integration: 2 })
  })

  test('is read by the names that programs use, and its moments belong to the days of the engagement', async () => {
    const draft = await draftOf(
      lines(
        'Id,UserId,LoginTime,LoginType,SourceIp,Status,Application,Browser,Platform,ApiType',
        '0Ya1,0055g00000AbCdEAAV,2026-11-23T22:59:59.000Z,Application,1.1.1.1,Success,Browser,Chrome,Mac,',
        '0Ya2,0055g00000AbCdE,2026-11-23T23:00:00.000+0000,Application,1.1.1.1,Success,Browser,Chrome,Mac,#N/A',
        '0Ya3,0055g00000aBcDe,2026-11-24T08:00:00.000Z,Application,1.1.1.1,Success,Browser,Chrome,Mac,N/A',
        '0Ya4,,2026-11-24T08:00:00.000Z,Application,1.1.1.1,Success,Browser,Chrome,Mac,N/A',
        '0Ya5,0055g00000aBcDe,yesterday,Application,1.1.1.1,Success,Browser,Chrome,Mac,N/A',
      ),
    )
    expect(told(draft.people)).toEqual({
      '2026-11-23': { '0055g00000AbCdE\t\t': 1 },
      '2026-11-24': { '0055g00000AbCdE\t\t': 1, '0055g00000aBcDe\t\t': 1 },
    })
    expect(draft.quarantined).toEqual([
      { record: 4, column: 'UserId', reason: 'it names nobody' },
      { record: 5, column: 'LoginTime', reason: '“yesterday” is not a date' },
    ])
  })

  test('with two date orders in one file is a question, and tells nothing until it is answered', async () => {
    const both = lines(
      'Username,Login Time,Status',
      'anna,23/11/2026 08:00,Success',
      'anna,11/24/2026 08:00,Success',
      'bo,04/05/2026 08:00,Success',
    )
    const asked = await draftOf(both)
    expect(asked.questions).toMatchObject([{ kind: 'date-order', column: 'Login Time' }])
    expect(asked.people.size).toBe(0)

    const answered = await draftOf(both, 'dmy')
    expect([...answered.people.keys()]).toEqual(['2026-11-23', '2026-05-04'])
    expect(answered.quarantined).toHaveLength(1)
  })

  test('in UTF-16, apart by semicolons, with German headers, is the same', async () => {
    const text = lines('Benutzername;Anmeldezeit;Anmeldestatus', 'Jörg;23.11.2026 08:00:00;Erfolgreich')
    const draft = await draftOf(new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]))
    expect(told(draft.people)).toEqual({ '2026-11-23': { 'jörg\t\t': 1 } })
  })
})

describe('a workbook', () => {
  // Monday 23 November 2026, 08:00 and 24:00, as spreadsheets count days.
  const [morning, midnight] = [46_349 + 8 / 24, 46_350]
  const made = (header: string, ...days: readonly (string | number)[]) =>
    workbook('use.xlsx', [
      { name: 'About', rows: [['Exported by Ines']] },
      {
        name: 'Log-ins',
        rows: [
          ['Username', header, 'Status'],
          ...days.map((when, place) => [`user${place}`, when, 'Success']),
        ],
      },
    ])

  test('is read like any other file: its days are days, in the sheet that has records', async () => {
    const draft = await draftOf(made('Login Time', morning, midnight, '23/11/2026 09:00').bytes)
    expect(draft).toMatchObject({ kind: 'sign-ins', records: 3, questions: [], quarantined: [] })
    expect(told(draft.people)).toEqual({
      '2026-11-23': { 'user0\t\t': 1, 'user2\t\t': 1 },
      '2026-11-24': { 'user1\t\t': 1 },
    })
  })

  test('with texts in two date orders asks as any other, and leaves its own days alone', async () => {
    const file = made('Login Time', morning, '11/24/2026 09:00', '25/11/2026 09:00')
    const asked = await draftOf(file.bytes)
    expect(asked.questions).toMatchObject([{ kind: 'date-order', column: 'Login Time' }])
    expect(asked.people.size).toBe(0)
    const answered = await draftOf(file.bytes, 'dmy')
    expect([...answered.people.keys()].sort()).toEqual(['2026-11-23', '2026-11-25'])
    expect(answered.quarantined).toMatchObject([{ record: 2, column: 'Login Time' }])
  })
})

describe('a list of licensed users', () => {
  test('tells who may sign in, where they work, and who never did', async () => {
    const draft = await draftOf(
      lines(
        'Username,Name,Profile,Role,Department,Active,Last Login',
        'anna@acme.example,Anna Berg,Standard User,Agent,Billing,TRUE,2026-11-23 08:02',
        'bo@acme.example,Bo Lind,Standard User,Agent,Field,1,',
        'cy@acme.example,Cy Young,Standard User,Agent,Field,false,2026-10-01 09:00',
        'feed@acme.example,Feed,System Integration,,IT,TRUE,2026-11-23 03:00',
        'dee@acme.example,Dee,Standard User,,Field,perhaps,',
      ),
    )
    expect(draft.kind).toBe('licences')
    expect(
      draft.licences.map(({ person, department, state, lastSeen }) => [person, department, state, lastSeen]),
    ).toEqual([
      ['anna@acme.example', 'Billing', 'active', '2026-11-23'],
      ['bo@acme.example', 'Field', 'active', ''],
      ['cy@acme.example', 'Field', 'inactive', '2026-10-01'],
      ['feed@acme.example', 'IT', 'integration', '2026-11-23'],
    ])
    expect(draft.leftOut).toEqual({ failed: 0, api: 0, integration: 1 })
    expect(draft.quarantined).toEqual([
      { record: 5, column: 'Active', reason: '“perhaps” is neither yes nor no' },
    ])
  })

  test('knows a user by name and by id', async () => {
    const draft = await draftOf(
      lines('Id,Username,IsActive,Department', '0055g00000AbCdEAAV,anna@acme.example,true,Billing'),
    )
    expect(draft.licences).toMatchObject([{ person: 'anna@acme.example', alias: '0055g00000AbCdE' }])
  })
})

describe('a file of use', () => {
  test('by groups keeps its figures', async () => {
    const draft = await draftOf(
      lines(
        'date,group,department,feature,active_users,events,licensed_users',
        '2026-11-23,North,Field,,41,"1,204",60',
        '2026-11-23,North,Field,Quotes,12,40,',
        '2026-11-23,North,Field,Quotes,12,40,',
        '2026-11-23,North,Field,Quotes,13,40,',
        '2026-11-23,South,Field,,many,1,60',
      ),
    )
    expect(Object.fromEntries(draft.totals.get('2026-11-23') ?? [])).toEqual({
      'North\t': { active: 41, events: 1204, licensed: 60 },
      'North\tQuotes': { active: 12, events: 40, licensed: null },
    })
    expect(draft.quarantined.map(({ record, reason }) => [record, reason])).toEqual([
      [4, 'the file has other figures for the same day, group and feature'],
      [5, '“many” is not a count'],
    ])
  })

  test('by people counts each of them, and nobody who did nothing', async () => {
    const draft = await draftOf(
      lines(
        'date;user;department;feature;events',
        '23.11.2026;Anna;Field;Quotes;3',
        '23.11.2026;anna;Field;Quotes;2',
        '23.11.2026;Bo;Field;Quotes;0',
      ),
    )
    expect(told(draft.people)).toEqual({ '2026-11-23': { 'anna\tQuotes\tField': 5 } })
  })
})

test('a file with other columns is refused with what it has and what is needed', async () => {
  const bytes = new TextEncoder().encode(lines('Colour,Size', 'red,1'))
  const table = await readTable({ name: 'x.csv', bytes })
  expect(() => kindOfFile('x.csv', table, new UsageColumns(table))).toThrow(ImportProblem)
  await expect(draftOf(lines('Colour,Size', 'red,1'))).rejects.toThrow(/Colour, Size.*Nothing was stored/)
})
