import { paperSizes } from '@contract/terms'
import { makeHandoverPack } from '@domain/reporting/make-handover-pack'
import { request } from '../../app/bridge'
import { sendPieces } from '../../storage/backup'
import { handoverFile, handoverFiles } from '../../storage/handover-file'
import { inTurns } from '../../storage/pace'
import { sha256Of } from '../../storage/sha256'
import { CommandFailure } from '../failure'
import { type Command, choiceOption, inEngagement, instantOption, neededOption } from '../run'
import { withholdOption } from '../withhold-option'

/** Writes the handover into a file; its name says the format. */
export const exportHandover: Command = (run) =>
  inEngagement(run, async ({ replica }) => {
    const { options, workspace } = run
    const out = neededOption(options, 'out').toLowerCase()
    const kind = handoverFiles.find((one) => out.endsWith(`.${one}`))
    if (!kind) throw new CommandFailure('bad-option', '--out takes a file that ends in .md or .pdf.')
    const paper = choiceOption(options, 'paper', paperSizes) ?? workspace.settings.paper
    const asOf = instantOption(options, 'as-of') ?? workspace.now()
    const withhold = withholdOption(options, replica)
    const pack = await inTurns(makeHandoverPack(replica, { asOf, withhold }))
    const bytes = await handoverFile(pack, kind, paper)
    const { handle } = await request('headless.beginFile', { option: 'out' })
    await sendPieces(handle, [bytes])
    const { percent, sections } = pack.handover
    return {
      percent,
      sections: Object.fromEntries(sections.map(({ kind: name, done, of }) => [name, { done, of }])),
      bytes: bytes.length,
      sha256: await sha256Of(bytes),
    }
  })
