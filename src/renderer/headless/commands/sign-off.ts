import { paperSizes } from '@contract/terms'
import { engagementKey } from '@domain/model/engagement'
import { signOffDecisions } from '@domain/model/sign-off'
import { exitPack } from '@domain/reporting/make-exit-pack'
import { type SigningText, signatureOf, signingProblems } from '@domain/sign-off/commands'
import { dayOf, usableZone } from '@domain/time/zone'
import * as z from 'zod/mini'
import { request } from '../../app/bridge'
import { sendPieces } from '../../storage/backup'
import { othersOf } from '../../storage/peers'
import { fileName } from '../../storage/save-file'
import { sha256OfText } from '../../storage/sha256'
import { signPack } from '../../storage/sign-off'
import { CommandFailure } from '../failure'
import { type Command, choiceOption, inEngagement, neededOption, type Options } from '../run'
import { withholdOption } from '../withhold-option'

const line = z._default(z.string().check(z.maxLength(10_000)), '')
const given = z.strictObject({
  decision: z.enum(signOffDecisions),
  name: line,
  role: line,
  signedOn: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  extendTo: line,
  conditions: line,
  signature: line,
})

/** Signs the exit pack as of now, for whoever has the sponsor's word in another way: by mail, or with ink. */
export const signOff: Command = (run) =>
  inEngagement(run, async (session) => {
    const { options, workspace } = run
    const { replica } = session
    const paper = choiceOption(options, 'paper', paperSizes) ?? workspace.settings.paper
    neededOption(options, 'out')
    const engagement = replica.rows('engagement').get(engagementKey)?.values ?? {}
    const now = workspace.now()
    const today = dayOf(now, usableZone(engagement.zone))
    const text = signingText(options, today)
    const problems = signingProblems(text, today)
    const [problem] = Object.values(problems)
    if (problem) throw new CommandFailure('not-signed', `${problem}. Nothing was signed.`, problems)
    const withhold = withholdOption(options, replica)
    const key = crypto.randomUUID()
    const signature = signatureOf(text)
    const sealed = await exitPack(replica, {
      asOf: now,
      withhold,
      copies: await othersOf(session.id, workspace.laptop),
      hash: sha256OfText,
      signing: { reference: key, signature },
    })
    const { pdf, sha256 } = await signPack(session, {
      key,
      signature,
      sealed,
      withholding: withhold,
      asOf: now,
      paper,
      name: fileName(`${engagement.name ?? ''} signed exit report ${today}.pdf`),
      by: workspace.settings.userName,
      now,
    })
    const { handle } = await request('headless.beginFile', { option: 'out' })
    await sendPieces(handle, [pdf])
    return { id: key, sha256, hashes: sealed.hashes }
  })

function signingText(options: Options, today: string): SigningText {
  const told = neededOption(options, 'set')
  let input: unknown
  try {
    input = JSON.parse(told)
  } catch {
    throw new CommandFailure(
      'not-json',
      `--set takes JSON such as '{"decision": "accept", "name": "…"}'; not “${told}”.`,
    )
  }
  const parsed = z.safeParse(given, input)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new CommandFailure(
      'bad-value',
      `--set takes decision (${signOffDecisions.join(', ')}), name, role, signedOn, extendTo, conditions and signature: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
    )
  }
  const { signedOn = today, signature, ...rest } = parsed.data
  return { ...rest, signedOn, typed: signature || rest.name, strokes: [] }
}
