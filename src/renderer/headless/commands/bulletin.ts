import { audienceKey, recipientsOf } from '@domain/bulletins/audience-commands'
import { isTold } from '@domain/bulletins/compose'
import { draftFor } from '@domain/bulletins/draft'
import { audienceName, audiencesOf } from '@domain/bulletins/due'
import { type AudienceRow, publishedIssues } from '@domain/bulletins/published'
import { request } from '../../app/bridge'
import { sendPieces } from '../../storage/backup'
import { bulletinFile, bulletinFiles } from '../../storage/bulletin-file'
import type { OpenEngagement } from '../../storage/open-engagement'
import { inTurns } from '../../storage/pace'
import { CommandFailure } from '../failure'
import { type Command, inEngagement, neededOption } from '../run'

/** Writes the bulletin that an audience would get now into a file; its name says the format. Nothing is marked as sent. */
export const draftBulletin: Command = (run) =>
  inEngagement(run, async (session) => {
    const { options, workspace } = run
    const audience = audienceOf(session, neededOption(options, 'audience'))
    const out = neededOption(options, 'out').toLowerCase()
    const kind = bulletinFiles.find((one) => out.endsWith(`.${one}`))
    if (!kind) throw new CommandFailure('bad-option', '--out takes a file that ends in .md, .html or .eml.')
    const published = await inTurns(publishedIssues(session.replica.rows('issue').values()))
    const { bulletin, sections, content } = draftFor(session.replica, audience, published, workspace.now())
    const to = recipientsOf(audience.values)
    const bytes = await bulletinFile(content, to, kind)
    const { handle } = await request('headless.beginFile', { option: 'out' })
    await sendPieces(handle, [bytes])
    const lines = sections.flatMap(({ lines }) => lines)
    return {
      audience: audienceName(audience),
      number: bulletin.values.number,
      subject: content.subject,
      ...Object.fromEntries(sections.map(({ section, lines }) => [section, lines.filter(isTold).length])),
      leftOut: lines.filter(({ leftOut }) => leftOut).length,
      untitled: lines.filter(({ isUntitled, leftOut }) => isUntitled && !leftOut).length,
      recipients: to.length,
      bytes: bytes.length,
    }
  })

function audienceOf({ replica }: OpenEngagement, wanted: string): AudienceRow {
  const audiences = audiencesOf(replica.rows('audience').values())
  const found = audiences.find(
    (audience) => audience.key === wanted || audienceKey(audienceName(audience)) === audienceKey(wanted),
  )
  if (found) return found
  const names = audiences.map((audience) => `“${audienceName(audience)}”`).join(', ')
  throw new CommandFailure(
    'no-such-audience',
    `There is no audience “${wanted}”. ${names === '' ? 'None has been written down yet.' : `There are: ${names}.`}`,
  )
}
