import * as Y from 'yjs'
import { keyOf } from '../edits/edits'
import type { Client, Peer } from './peer'

/** A map of maps: a row each. */
const issuesOf = (doc: Y.Doc) => doc.getMap<Y.Map<unknown>>('issues')

export const yjs: Peer = {
  clients: () => [1, 2, 3].map(client),
  merge(update) {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, update)
    return issuesOf(doc).size
  },
}

function client(id: number): Client {
  const doc = new Y.Doc()
  doc.clientID = id
  const issues = issuesOf(doc)
  let exchanged = Y.encodeStateVector(doc)
  return {
    edit({ row, isNew, fields }) {
      doc.transact(() => {
        if (isNew) issues.set(keyOf(row), new Y.Map(Object.entries(fields)))
        else for (const field in fields) issues.get(keyOf(row))?.set(field, fields[field])
      })
    },
    written() {
      const written = Y.encodeStateAsUpdate(doc, exchanged)
      exchanged = Y.encodeStateVector(doc)
      return written
    },
    take(written) {
      Y.applyUpdate(doc, written)
      exchanged = Y.encodeStateVector(doc)
    },
    update: () => Y.encodeStateAsUpdate(doc),
  }
}
