import { dumpPieces } from '@domain/merge/dump'
import { type Command, inEngagement, instantOption } from '../run'

const pieceLength = 1_000_000

export const dump: Command = (run) =>
  inEngagement(run, async (session) => {
    const asOf = instantOption(run.options, 'as-of')
    const replica = asOf === undefined ? session.replica : await session.replicaAsOf(asOf)
    let text = ''
    for (const piece of dumpPieces(replica)) {
      text += piece
      if (text.length < pieceLength) continue
      await run.write(text)
      text = ''
    }
    await run.write(`${text}\n`)
    return undefined
  })
