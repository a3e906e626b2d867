import { paperSizes } from '@contract/terms'
import { figuresForPrograms } from '@domain/reporting/figures'
import { dailyPack } from '@domain/reporting/make-daily-pack'
import { weeklyPack } from '@domain/reporting/make-weekly-pack'
import { request } from '../../app/bridge'
import { pagesOf } from '../../print/pages-of'
import { sendPieces } from '../../storage/backup'
import { othersOf } from '../../storage/peers'
import { sha256Of } from '../../storage/sha256'
import { CommandFailure } from '../failure'
import { type Command, choiceOption, inEngagement, instantOption, neededOption } from '../run'

const kinds = ['daily', 'weekly', 'exit'] as const

export const report: Command = (run) =>
  inEngagement(run, async (session) => {
    const { options, workspace } = run
    const kind = choiceOption(options, 'kind', kinds) ?? 'daily'
    if (kind === 'exit')
      throw new CommandFailure(
        'not-yet',
        'The exit pack is not part of this version yet; the daily and the weekly one are.',
      )
    const paper = choiceOption(options, 'paper', paperSizes) ?? workspace.settings.paper
    neededOption(options, 'out')
    const asOf = instantOption(options, 'as-of') ?? workspace.now()
    const copies = await othersOf(session.id, workspace.laptop)
    const question = { asOf, withholdNames: options.redact === true, copies }
    const pack =
      kind === 'daily' ? dailyPack(session.replica, question) : weeklyPack(session.replica, question)
    const pdf = await request('report.print', { pack: JSON.stringify(pack), paper })
    const sha256 = await sha256Of(pdf)
    const pages = await pagesOf(pdf)
    const { handle } = await request('headless.beginFile', { option: 'out' })
    await sendPieces(handle, [pdf])
    return {
      pages,
      sha256,
      figures: figuresForPrograms(session.replica, { ...question, kind }).map(({ rows, ...figure }) => ({
        ...figure,
        rows: rows.length,
      })),
    }
  })
