import { paperSizes } from '@contract/terms'
import { figuresFile } from '@domain/exporting/figure-sheets'
import { forPrograms } from '@domain/reporting/figures'
import { makeReport } from '@domain/reporting/make-report'
import { reportKinds } from '@domain/reporting/report-kind'
import { request } from '../../app/bridge'
import { pagesOf } from '../../print/pages-of'
import { sendPieces } from '../../storage/backup'
import { othersOf } from '../../storage/peers'
import { rememberSavedReport } from '../../storage/saved-report'
import { sha256Of, sha256OfText } from '../../storage/sha256'
import { type Command, choiceOption, inEngagement, instantOption, neededOption, textOption } from '../run'
import { withholdOption } from '../withhold-option'

export const report: Command = (run) =>
  inEngagement(run, async (session) => {
    const { options, workspace } = run
    const kind = choiceOption(options, 'kind', reportKinds) ?? 'daily'
    const paper = choiceOption(options, 'paper', paperSizes) ?? workspace.settings.paper
    neededOption(options, 'out')
    const wantsFigures = textOption(options, 'figures') !== undefined
    const now = workspace.now()
    const asOf = instantOption(options, 'as-of') ?? now
    const copies = await othersOf(session.id, workspace.laptop)
    const withhold = withholdOption(options, session.replica)
    const made = await makeReport(session.replica, kind, { asOf, withhold, copies }, sha256OfText)
    const { pack, figures } = made
    const pdf = await request('report.print', { pack: JSON.stringify(pack), paper })
    const sha256 = await sha256Of(pdf)
    const pages = await pagesOf(pdf)
    const { handle } = await request('headless.beginFile', { option: 'out' })
    await sendPieces(handle, [pdf])
    if (wantsFigures) await writeFigures(await figuresFile(session.replica, made, withhold))
    await rememberSavedReport(session, { kind, asOf, figures, now })
    return {
      pages,
      sha256,
      figures: figures.map(forPrograms).map(({ rows, ...figure }) => ({ ...figure, rows: rows.length })),
    }
  })

async function writeFigures(file: Uint8Array): Promise<void> {
  const { handle } = await request('headless.beginFile', { option: 'figures' })
  await sendPieces(handle, [file])
}
