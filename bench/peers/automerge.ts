import * as A from '@automerge/automerge'
import { type Edit, keyOf } from '../edits/edits'
import type { Client, Peer } from './peer'

type Row = Record<string, Edit['fields'][string]>

/** Rows in a hundred parts: a change copies the map that it touches, and in one of all rows it would do little else. */
interface Board {
  issues: Record<string, Record<string, Row>>
}

const parts = 100
const partOf = (row: number) => String(row % parts)

/** Written once and the same everywhere, so that all clients speak of the same map. */
const beginning = () => {
  const start = A.change(A.init<Board>({ actor: '00' }), { time: 0 }, (board) => {
    board.issues = Object.fromEntries(Array.from({ length: parts }, (_, place) => [String(place), {}]))
  })
  return A.save(start)
}

export const automerge: Peer = {
  clients: () => ['01', '02', '03'].map(client),
  merge(update) {
    const doc = A.loadIncremental(A.load<Board>(beginning()), update)
    return Object.values(doc.issues).reduce((rows, some) => rows + Object.keys(some).length, 0)
  },
}

function client(actor: string): Client {
  let doc = A.load<Board>(beginning(), { actor })
  const started = A.getHeads(doc)
  let exchanged = started
  return {
    edit({ row, isNew, fields }) {
      doc = A.change(doc, { time: 0 }, ({ issues }) => {
        const rows = issues[partOf(row)]
        const issue = rows?.[keyOf(row)]
        if (rows && isNew) rows[keyOf(row)] = { ...fields }
        else if (issue) for (const field in fields) issue[field] = fields[field] ?? null
      })
    },
    written() {
      const written = A.saveSince(doc, exchanged)
      exchanged = A.getHeads(doc)
      return written
    },
    take(written) {
      doc = A.loadIncremental(doc, written)
      exchanged = A.getHeads(doc)
    },
    update: () => A.saveSince(doc, started),
  }
}
