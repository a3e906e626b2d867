import { dateOrders } from '@domain/importing/dates/date-text'
import { AdoptionImport } from '../../storage/adoption-import'
import { CommandFailure } from '../failure'
import { fileOption } from '../option-file'
import { type Command, choiceOption, inEngagement, neededOption, textOption } from '../run'

/** Imports sign-ins, licensed users or figures of use. */
export const importAdoption: Command = (run) =>
  inEngagement(run, async (session) => {
    const { options, workspace, progress } = run
    neededOption(options, 'file')
    const dateOrder = choiceOption(options, 'date-order', dateOrders)
    const encoding = textOption(options, 'encoding')
    const report = ({ step, done, total }: { step: string; done: number; total: number }) =>
      progress(total > 0 ? `${step}: ${done} of ${total}` : step)
    const importing = new AdoptionImport(session, workspace)
    try {
      await importing.read(await fileOption(options, 'file'), encoding ? { encoding } : undefined, report)
      const { name, ...preview } = await importing.preview(dateOrder, report)
      if (preview.questions.length > 0)
        throw new CommandFailure(
          'open-questions',
          `${name} can be read in more than one way. Answer the questions, for example with --date-order dmy; nothing was stored.`,
          preview,
        )
      const isNews = preview.created + preview.updated > 0
      if (options['dry-run'] !== true && isNews) await importing.store(report)
      return { ...preview, stored: options['dry-run'] !== true }
    } finally {
      importing.stop()
    }
  })
