import { paperSizes } from '@contract/terms'
import type { Replica } from '@domain/merge/replica'
import { figuresForPrograms } from '@domain/reporting/figures'
import { dailyPack } from '@domain/reporting/make-daily-pack'
import { exitPack } from '@domain/reporting/make-exit-pack'
import { weeklyPack } from '@domain/reporting/make-weekly-pack'
import type { Pack } from '@domain/reporting/read-pack'
import { type ReportKind, reportKinds } from '@domain/reporting/report-kind'
import type { ReportQuestion } from '@domain/reporting/report-question'
import { request } from '../../app/bridge'
import { pagesOf } from '../../print/pages-of'
import { sendPieces } from '../../storage/backup'
import { othersOf } from '../../storage/peers'
import { sha256Of, sha256OfText } from '../../storage/sha256'
import { type Command, choiceOption, inEngagement, instantOption, neededOption } from '../run'
import { withholdOption } from '../withhold-option'

const packs: Readonly<
  Record<ReportKind, (replica: Replica, question: ReportQuestion) => Pack | Promise<Pack>>
> = {
  daily: dailyPack,
  weekly: weeklyPack,
  exit: async (replica, question) => (await exitPack(replica, { ...question, hash: sha256OfText })).pack,
}

export const report: Command = (run) =>
  inEngagement(run, async (session) => {
    const { options, workspace } = run
    const kind = choiceOption(options, 'kind', reportKinds) ?? 'daily'
    const paper = choiceOption(options, 'paper', paperSizes) ?? workspace.settings.paper
    neededOption(options, 'out')
    const asOf = instantOption(options, 'as-of') ?? workspace.now()
    const copies = await othersOf(session.id, workspace.laptop)
    const question = { asOf, withhold: withholdOption(options, session.replica), copies }
    const pack = await packs[kind](session.replica, question)
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
