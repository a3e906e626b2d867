import { request } from '../../app/bridge'
import { sendPieces } from '../../storage/backup'
import { exportFormats, issueFile } from '../../storage/export-issues'
import { CommandFailure } from '../failure'
import { type Command, choiceOption, inEngagement, neededOption } from '../run'

/** Writes all issues into a file; its name says the format where no option does. */
export const exportIssues: Command = (run) =>
  inEngagement(run, async (session) => {
    const { options, workspace, progress } = run
    const out = neededOption(options, 'out')
    const format =
      choiceOption(options, 'format', exportFormats) ??
      exportFormats.find((one) => out.toLowerCase().endsWith(`.${one}`))
    if (!format)
      throw new CommandFailure('missing-option', `--format is needed: ${exportFormats.join(', ')}.`)
    const wanted = { engagement: session.id, keys: null, columns: null, format, now: workspace.now() }
    let issues = 0
    const { pieces, clippedCells } = await issueFile(wanted, ({ step, done, total }) => {
      issues = total
      progress(total > 0 ? `${step}: ${done} of ${total}` : step)
    })
    const { handle } = await request('headless.beginFile', { option: 'out' })
    await sendPieces(handle, pieces)
    return { format, issues, bytes: pieces.reduce((sum, piece) => sum + piece.length, 0), clippedCells }
  })
