import { sourceNames } from '@domain/importing/trackers/tracker'
import { type ImportPreview, ImportSession } from '../../storage/import-session'
import { CommandFailure } from '../failure'
import { fileOption, jsonOption } from '../option-file'
import { type Command, choiceOption, inEngagement, neededOption, textOption } from '../run'

const dateOrders = ['dmy', 'mdy', 'ymd'] as const

export const importFile: Command = (run) =>
  inEngagement(run, async (session) => {
    const { options, workspace, progress } = run
    neededOption(options, 'file')
    const source = choiceOption(options, 'source', ['auto', ...sourceNames])
    const dateOrder = choiceOption(options, 'date-order', dateOrders)
    const report = ({ step, done, total }: { step: string; done: number; total: number }) =>
      progress(total > 0 ? `${step}: ${done} of ${total}` : step)
    const importing = new ImportSession(session, workspace)
    try {
      const told = options.mapping === undefined ? undefined : await jsonOption(options, 'mapping')
      const encoding = textOption(options, 'encoding') ?? encodingIn(told)
      const choice = {
        ...(source && source !== 'auto' && { source }),
        ...(encoding && { options: { encoding } }),
      }
      const file = await importing.read(await fileOption(options, 'file'), choice, report)
      const preview = await importing.preview(told ?? file.mapping, dateOrder, report)
      const { records, questions, counts, notes } = preview
      const quarantined = await quarantinedOf(importing, preview)
      const result = {
        source: preview.mapping.source,
        encoding: file.encoding,
        delimiter: file.delimiter,
        records,
        created: counts.created,
        updated: counts.updated,
        unchanged: counts.unchanged,
        conflicts: counts.conflicts,
        quarantined,
        questions,
        notes,
        mapping: preview.mapping,
      }
      if (questions.length > 0)
        throw new CommandFailure(
          'open-questions',
          'The file can be read in more than one way. Answer the questions, for example with --date-order dmy; nothing was stored.',
          result,
        )
      if (options['dry-run'] !== true) await importing.store(report)
      return { ...result, stored: options['dry-run'] !== true }
    } finally {
      importing.stop()
    }
  })

/** The file is read before its mapping can be checked against it. */
function encodingIn(mapping: unknown): string | undefined {
  const named = typeof mapping === 'object' && mapping !== null && 'encoding' in mapping && mapping.encoding
  return typeof named === 'string' ? named : undefined
}

async function quarantinedOf(importing: ImportSession, { lists }: ImportPreview) {
  const lines = await importing.lines('quarantined', 0, lists.quarantined)
  return lines.flatMap((line) =>
    line.kind === 'problem' ? [{ record: line.record, column: line.column, reason: line.reason }] : [],
  )
}
