import {
  detectSource,
  type ImportPlan,
  type Interpretation,
  type InterpretContext,
  interpret,
  proposeMapping,
  readTable,
  reconcile,
  type Table,
} from '@domain/importing'
import type { ColumnMapping } from '@domain/importing/mapping'
import { author } from '@domain/merge/intent'
import { Replica } from '@domain/merge/replica'
import { clockAtStart } from '@domain/merge/stamp'
import type { Fields, Value } from '@domain/model/value'
import { strToU8, zipSync } from 'fflate'

/** Hand-written exports, in the shapes that trackers write. */

export const now = Date.parse('2026-11-23T12:00:00Z')
export const berlin: InterpretContext = { zone: 'Europe/Berlin', now }

export function file(name: string, text: string) {
  return { name, bytes: new TextEncoder().encode(text) }
}

export function utf16(name: string, text: string, order: 'le' | 'be', mark: boolean) {
  const units = mark ? `\ufeff${text}` : text
  const bytes = new Uint8Array(units.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < units.length; index++)
    view.setUint16(index * 2, units.charCodeAt(index), order === 'le')
  return { name, bytes }
}

/** Windows-1252 of text that has no characters beyond Latin-1. */
export function latin1(name: string, text: string) {
  return { name, bytes: Uint8Array.from(text, (letter) => letter.charCodeAt(0)) }
}

export interface SheetMaker {
  readonly name: string
  readonly hidden?: boolean
  /** Rows of text, or of a spreadsheet's day number, which is shown as a date. */
  readonly rows: readonly (readonly (string | number)[])[]
}

/** A workbook by hand: no more parts than a spreadsheet program needs to open it. */
export function workbook(name: string, sheets: readonly SheetMaker[], epoch1904 = false) {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packaged = 'http://schemas.openxmlformats.org/package/2006'
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const cell = (value: string | number) =>
    typeof value === 'number'
      ? `<c s="1"><v>${value}</v></c>`
      : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relation}"><workbookPr${epoch1904 ? ' date1904="1"' : ''}/><sheets>${sheets.map((sheet, index) => `<sheet name="${sheet.name}" sheetId="${index + 1}"${sheet.hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${relation}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId99" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  }
  sheets.forEach(({ rows }, index) => {
    const data = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `<worksheet xmlns="${main}"><sheetData>${data}</sheetData></worksheet>`
  })
  return {
    name,
    bytes: zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)]))),
  }
}

export interface ReadExport {
  readonly table: Table
  readonly said: Interpretation
}

export async function readExport(
  text: string | { name: string; bytes: Uint8Array },
  context: Partial<InterpretContext> = {},
  mapping?: ColumnMapping,
): Promise<ReadExport> {
  const table = await readTable(typeof text === 'string' ? file('export.csv', text) : text)
  const used = mapping ?? proposeMapping(table, detectSource(table).source)
  return { table, said: interpret(table, used, { ...berlin, ...context }) }
}

/** A laptop's data that imports and edits can be written to. */
export class Desk {
  readonly replica = new Replica()
  private clock = clockAtStart
  private seq = 0
  private time = now

  plan(said: Interpretation): ImportPlan {
    return reconcile(said, this.replica, { now: this.time })
  }

  import(said: Interpretation): ImportPlan {
    const plan = this.plan(said)
    this.write(plan.intents, `import:${this.seq}`)
    return plan
  }

  edit(key: string, fields: Fields): void {
    this.write([{ entity: 'issue', key, fields }])
  }

  value(key: string, field: string): Value | undefined {
    return this.replica.table('issue').get(key)?.values[field]
  }

  private write(intents: Parameters<typeof author>[0], cause?: string): void {
    this.time += 60_000
    const { operations, clock, seq } = author(intents, this.replica, {
      laptop: 'aaaaaaaaaa',
      by: 'Ada',
      clock: this.clock,
      seq: this.seq,
      now: this.time,
      ...(cause !== undefined && { cause }),
    })
    this.clock = clock
    this.seq = seq
    for (const operation of operations) this.replica.apply(operation)
  }
}

export const jiraEnglish = `Summary,Issue key,Issue id,Issue Type,Status,Status Category,Project key,Priority,Resolution,Assignee,Reporter,Created,Updated,Resolved,Labels,Labels,Component/s,Description,Watchers,Watchers,Comment,Comment,Custom field (Team)
Invoice run stops,FIN-12,10012,Bug,In Progress,In Progress,FIN,Highest,,Grace Hopper,Alan Kay,11/May/26 03:26 PM,12/May/26 9:12 AM,,finance,month-end,Ledger,"First line
second, line",Alan Kay,Mary Shaw,11/May/26 4:00 PM;Grace Hopper;Seen it; checking the posting,"12/May/26 9:12 AM;Alan Kay;Still ""stuck""",Blue
Cannot print label,FIN-11,10011,Task,Ready for rollout,Done,FIN,Low,Done,,Alan Kay,10/May/26 12:05 AM,13/May/26 8:00 AM,13/May/26 8:00 AM,,,,,,,,,
Wrong tax code,FIN-10,10010,Bug,Closed,Done,FIN,Medium,Won't Do,Unassigned,Alan Kay,9/May/26 12:30 PM,13/May/26 8:00 AM,13/May/26 8:00 AM,,,,,,,,,
`

export const jiraGerman = `Zusammenfassung;Vorgangsschlüssel;Vorgangs-ID;Vorgangstyp;Status;Projektschlüssel;Priorität;Zugewiesene Person;Autor;Erstellt;Aktualisiert;Erledigt
Buchung hängt;BUH-1;501;Fehler;In Arbeit;BUH;Höchste;Jörg Müller;Änne Groß;04/Mär/26 9:12;05/Mär/26 10:00;
Drucker fehlt;BUH-2;502;Aufgabe;Fertig;BUH;Niedrig;;Änne Groß;04/Okt/26 9:12;05/Dez/26 10:00;05/Dez/26 10:00
`

export const jiraSpanish = `Resumen,Clave de incidencia,ID de la incidencia,Tipo de Incidencia,Estado,Clave del proyecto,Prioridad,Persona asignada,Informador,Creada,Actualizada,Resuelta
No imprime,ALM-7,77,Error,Tareas por hacer,ALM,Alta,Lucía,Pablo,04/ago/26 3:26 PM,05/ago/26 3:26 PM,
`

export const servicenowCsv = `number,short_description,incident_state,priority,contact_type,caller_id,assigned_to,opened_at,resolved_at,closed_at,sys_updated_on,sys_id,made_sla,u_region
INC0010001,VPN drops,2,1 - Critical,phone,Abel Tuter,6816f79cc0a8016401c5a33be04be441,2026-11-20 08:15:00,,,2026-11-20 09:00:00,1c741bd70b2322007518478d83673af3,true,EMEA
INC0010002,Reset password,7,5 - Planning,self-service,Beth Anglin,,2026-11-19 08:00:00,2026-11-19 09:00:00,2026-11-20 09:00:00,2026-11-20 09:00:00,2c741bd70b2322007518478d83673af3,true,?
INC0010003,Waiting for laptop,3,3 - Moderate,walk-in,Beth Anglin,,2026-11-19 08:00:00,,,2026-11-19 08:30:00,3c741bd70b2322007518478d83673af3,false,
`

export const servicenowAudit = `number,incident_state,sys_mod_count,opened_by,opened_at,sys_updated_by,sys_updated_at,contact_type,priority,assigned_to,assignment_group,resolved_at,closed_at
INC0000045,New,0,Opened by 8,29/2/2016 01:16,Updated by 21,29/2/2016 01:23,Phone,3 - Moderate,?,Group 56,29/2/2016 11:29,5/3/2016 12:00
INC0000045,Active,2,Opened by 8,29/2/2016 01:16,Updated by 642,29/2/2016 08:53,Phone,2 - High,Resolver 9,Group 56,29/2/2016 11:29,5/3/2016 12:00
INC0000045,Resolved,3,Opened by 8,29/2/2016 01:16,Updated by 804,29/2/2016 11:29,Phone,2 - High,Resolver 9,Group 56,29/2/2016 11:29,5/3/2016 12:00
INC0000045,Closed,4,Opened by 8,29/2/2016 01:16,Updated by 908,5/3/2016 12:00,Phone,2 - High,Resolver 9,Group 56,29/2/2016 11:29,5/3/2016 12:00
INC0000047,New,0,Opened by 397,29/2/2016 04:40,Updated by 746,29/2/2016 04:57,Phone,3 - Moderate,?,Group 70,?,?
INC0000047,Awaiting User Info,1,Opened by 397,29/2/2016 04:40,Updated by 21,29/2/2016 05:30,Phone,3 - Moderate,?,Group 70,?,?
`

export const salesforceReport = `"Open cases this week"
"As of 23/11/2026"

"Case Number","Subject","Status","Priority","Case Origin","Account Name","Contact Name","Case Owner","Date/Time Opened","Date/Time Closed"
"00001026","Order not released","Working","High","Phone","Northwind","Ana Trujillo","Jo Support","20/11/2026 08:15",""
"00001027","Label, wrong size","Closed","Low","Email","Contoso","Bo Lund","Jo Support","19/11/2026 10:00","21/11/2026 11:00"


"Grand Totals (2 records)"

"Confidential Information - Do Not Distribute"
"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."
`

export const zendeskCsv = `Id,Requester,Submitter,Assignee,Group,Subject,Tags,Status,Priority,Via,Ticket type,Created at,Updated at,Assigned at,Organization,Solved at,Reopens,Replies,First reply time in minutes,First reply time in minutes,Region [list]
901,Mia,Mia,Noah,Support,Cannot log in,login sso,Pending,Urgent,Web,Problem,2026-11-20 08:00:00,2026-11-20 09:00:00,2026-11-20 08:10:00,Northwind,,0,2,15,12,North
902,Liv,Liv,,Support,How do I export?,,Solved,Normal,Email,Question,2026-11-20 08:00:00,2026-11-21 09:00:00,,Contoso,2026-11-21 09:00:00,0,1,30,30,
`

export const azureTree = `ID;Work Item Type;Title 1;Title 2;Assigned To;State;Tags;Priority;Severity;Area Path;Created Date;Changed Date;Closed Date
41;Feature;Billing;;Kim Abercrombie <kim@example.com>;Active;finance;2;;Shop\\Billing;20/11/2026 08:15:00;21/11/2026 08:15:00;
42;Bug;;Wrong total;Kim Abercrombie <kim@example.com>;Closed;"finance; rounding";1;1 - Critical;Shop\\Billing;19/11/2026 08:15:00;21/11/2026 08:15:00;21/11/2026 08:15:00
`

const githubIssue = {
  number: 7,
  title: 'Crash on save',
  body: 'It <b>crashes</b>',
  labels: [{ name: 'bug' }, { name: 'area, core' }],
  assignees: [{ login: 'octo' }, { login: 'hubot' }],
}

export const githubList = JSON.stringify([
  {
    ...githubIssue,
    state: 'CLOSED',
    stateReason: 'NOT_PLANNED',
    author: { login: 'mona' },
    createdAt: '2026-11-20T08:15:00Z',
    updatedAt: '2026-11-21T08:15:00Z',
    closedAt: '2026-11-21T08:15:00Z',
    url: 'https://github.com/acme/shop/issues/7',
  },
])

const githubRest = {
  ...githubIssue,
  state: 'open',
  state_reason: null,
  user: { login: 'mona', id: 1 },
  html_url: 'https://github.com/acme/shop/issues/7',
  url: 'https://api.github.com/repos/acme/shop/issues/7',
  node_id: 'MDU6',
  created_at: '2026-11-20T08:15:00Z',
  updated_at: '2026-11-21T08:15:00Z',
  closed_at: null,
  comments: 3,
}

export const githubSearch = JSON.stringify({ total_count: 1, incomplete_results: false, items: [githubRest] })
export const githubPayload = JSON.stringify({
  action: 'opened',
  issue: githubRest,
  sender: { login: 'mona' },
})
