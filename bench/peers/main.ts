import { readFileSync, writeFileSync } from 'node:fs'
import { editsInRounds } from '../edits/edits'
import type { Client, Peer } from './peer'

// Runs in Electron as in Node: the same engine as the product's, and a process of its own for each merge, as a bundle
// is merged in a fresh page.

/** Each library is loaded only where it is asked for. */
const peers: Readonly<Record<string, () => Promise<Peer>>> = {
  yjs: async () => (await import('./yjs')).yjs,
  automerge: async () => (await import('./automerge')).automerge,
  loro: async () => (await import('./loro')).loro,
}

const [task, name = '', file = '', count = ''] = process.argv.slice(2)
const peer = await peers[name]?.()
if (!peer) throw new Error(`There is no peer ${name}.`)
console.log(JSON.stringify(task === 'make' ? make(peer, Number(count)) : merge(peer)))

/** Three clients make the edits, each having merged what it has seen; their update goes into the file. */
function make(peer: Peer, count: number) {
  const clients = peer.clients()
  for (const round of editsInRounds(count)) {
    for (const edit of round) clients[edit.writer]?.edit(edit)
    exchange(clients)
  }
  const update = clients[0]?.update() ?? new Uint8Array()
  writeFileSync(file, update)
  return { bytes: update.length }
}

function exchange(clients: readonly Client[]): void {
  const written = clients.map((client) => client.written())
  clients.forEach((client, own) => {
    for (const [place, update] of written.entries()) if (place !== own) client.take(update)
  })
}

function merge(peer: Peer) {
  const update = new Uint8Array(readFileSync(file))
  const began = performance.now()
  const rows = peer.merge(update)
  return { ms: performance.now() - began, rows }
}
