import { LoroDoc, LoroMap } from 'loro-crdt'
import { keyOf } from '../edits/edits'
import type { Client, Peer } from './peer'

/** A map of maps: a row each. */
const issuesOf = (doc: LoroDoc) => doc.getMap('issues')

export const loro: Peer = {
  clients: () => (['1', '2', '3'] as const).map(client),
  merge(update) {
    const doc = new LoroDoc()
    doc.import(update)
    return issuesOf(doc).size
  },
}

function client(id: `${number}`): Client {
  const doc = new LoroDoc()
  doc.setPeerId(id)
  const issues = issuesOf(doc)
  let exchanged = doc.version()
  return {
    edit({ row, isNew, fields }) {
      const issue = isNew ? issues.setContainer(keyOf(row), new LoroMap()) : issues.get(keyOf(row))
      if (!(issue instanceof LoroMap)) throw new Error(`Loro has no row ${row}.`)
      for (const field in fields) issue.set(field, fields[field])
      doc.commit()
    },
    written() {
      const written = doc.export({ mode: 'update', from: exchanged })
      exchanged = doc.version()
      return written
    },
    take(written) {
      doc.import(written)
      exchanged = doc.version()
    },
    update: () => doc.export({ mode: 'update' }),
  }
}
