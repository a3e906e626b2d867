import { paperSizes } from '@contract/terms'
import { forPrograms } from '@domain/reporting/figures'
import { makeReport } from '@domain/reporting/make-report'
import { reportKinds } from '@domain/reporting/report-kind'
import { request } from '../../app/bridge'
import { pagesOf } from '../../print/pages-of'
import { sendPieces } from '../../storage/backup'
import { othersOf } from '../../storage/peers'
import { rememberSavedReport } from '../../storage/saved-report'
import { sha256Of, sha256OfText } from '../../storage/sha256'
import { type Command, choiceOption, inEngagement, instantOption, neededOption } from '../run'
import { withholdOption } from '../withhold-option'

export const report: Command = (run) =>
  inEngagement(run, async (session) => {
    const { options, workspace } = run
    const kind = choiceOption(options, 'kind', reportKinds) ?? 'daily'
    const paper = choiceOption(options, 'paper', paperSizes) ?? workspace.settings.paper
    neededOption(options, 'out')
    const now = workspace.now()
    const asOf = instantOption(options, 'as-of') ?? now
    const copies = await othersOf(session.id, workspace.laptop)
    const question = { asOf, withhold: withholdOption(options, session.replica), copies }
    const { pack, figures } = await makeReport(session.replica, kind, question, sha256OfText)
    const pdf = await request('report.print', { pack: JSON.stringify(pack), paper })
    const sha256 = await sha256Of(pdf)
    const pages = await pagesOf(pdf)
    const { handle } = await request('headless.beginFile', { option: 'out' })
    await sendPieces(handle, [pdf])
    await rememberSavedReport(session, { kind, asOf, figures, now })
    return {
      pages,
      sha256,
      figures: figures.map(forPrograms).map(({ rows, ...figure }) => ({ ...figure, rows: rows.length })),
    }
  })
