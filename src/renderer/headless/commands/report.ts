import { paperSizes } from '@contract/terms'
import { figures } from '@domain/reporting/figures'
import { dailyPack } from '@domain/reporting/make-daily-pack'
import { request } from '../../app/bridge'
import { pagesOf } from '../../print/pages-of'
import { sendPieces } from '../../storage/backup'
import { sha256Of } from '../../storage/sha256'
import { CommandFailure } from '../failure'
import { type Command, choiceOption, inEngagement, instantOption, neededOption } from '../run'

const kinds = ['daily', 'weekly', 'exit'] as const

export const report: Command = (run) =>
  inEngagement(run, async (session) => {
    const { options, workspace } = run
    const kind = choiceOption(options, 'kind', kinds) ?? 'daily'
    if (kind !== 'daily')
      throw new CommandFailure(
        'not-yet',
        `The ${kind} pack is not part of this version yet; the daily one is.`,
      )
    const paper = choiceOption(options, 'paper', paperSizes) ?? workspace.settings.paper
    neededOption(options, 'out')
    const asOf = instantOption(options, 'as-of') ?? workspace.now()
    const pdf = await request('report.print', {
      pack: JSON.stringify(dailyPack(session.replica, { asOf })),
      paper,
    })
    const sha256 = await sha256Of(pdf)
    const pages = await pagesOf(pdf)
    const { handle } = await request('headless.beginFile', { option: 'out' })
    await sendPieces(handle, [pdf])
    return {
      pages,
      sha256,
      figures: figures(session.replica, { asOf }).map(({ rows, ...figure }) => ({
        ...figure,
        rows: rows.length,
      })),
    }
  })
