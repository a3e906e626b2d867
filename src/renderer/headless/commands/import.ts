import { sourceNames } from '@domain/importing/trackers/tracker'
import { ImportSession } from '../../storage/import-session'
import { CommandFailure } from '../failure'
import { fileOption, jsonOption } from '../option-file'
import { choiceOption, type Command, inEngagement, neededOption } from '../run'

const dateOrders = ['dmy', 'mdy', 'ymd'] as const

export const importFile: Command = (run) =>
  inEngagement(run, async (session) => {
    const { options, workspace, progress } = run
    neededOption(options, 'file')
    const source = choiceOption(options, 'source', ['auto', ...sourceNames])
    const dateOrder = choiceOption(options, 'date-order', dateOrders)
    const report = ({ step, done, total }: { step: string; done: number; total: number }) => progress(total > 0 ? `${step}: ${done} of ${total}` : step)
    const importing = new ImportSession(session, workspace)
    try {
      const file = await importing.read(await fileOption(options, 'file'), { ...(source && source !== 'auto' && { source }) }, report)
      const mapping = options.mapping === undefined ? file.mapping : await jsonOption(options, 'mapping')
      const preview = await importing.preview(mapping, dateOrder, report)
      const { records, quarantined, questions, counts, notes } = preview
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
        throw new CommandFailure('open-questions', 'The file can be read in more than one way. Answer the questions, for example with --date-order dmy; nothing was stored.', result)
      if (options['dry-run'] !== true) await importing.store(report)
      return { ...result, stored: options['dry-run'] !== true }
    } finally {
      importing.stop()
    }
  })
