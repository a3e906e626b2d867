import { isChanged } from '@domain/sign-off/changes'
import type { SignOffRow } from '@domain/sign-off/standing'
import { changesSince } from '@domain/sign-off/tell-again'
import { verdictMeanings, verify as verified } from '@domain/sign-off/verify'
import { decisionText } from '@domain/sign-off/words'
import { request } from '../../app/bridge'
import { foundInFile } from '../../print/found-in-file'
import { readWhole } from '../../storage/opened-file'
import { sha256OfText } from '../../storage/sha256'
import { CommandFailure } from '../failure'
import { type Command, inEngagement, neededOption } from '../run'

/** Tells a genuine signed pack from an altered one; only a genuine one exits 0. */
export const verify: Command = (run) =>
  inEngagement(run, async (session) => {
    neededOption(run.options, 'file')
    const file = await readWhole(await request('headless.openFile', { option: 'file' }))
    const { replica } = session
    const found = await foundInFile(file)
    const { verdict, signOff, supersededBy } = verified(found, replica.rows('signOff').values())
    const told = {
      verdict,
      sha256: found.sha256,
      signOff: signOff ? toldOf(signOff) : null,
      supersededBy: supersededBy ? toldOf(supersededBy) : null,
    }
    if (verdict !== 'genuine' || !signOff) throw new CommandFailure(verdict, verdictMeanings[verdict], told)
    const changes = await changesSince(replica, signOff, run.workspace.now(), sha256OfText)
    return { ...told, changed: changes ? isChanged(changes) : null, changes: changes ?? null }
  })

function toldOf({ key, values }: SignOffRow) {
  const { name, role, signedOn, signedAt, asOf, contentSha256, scorecardSha256, figuresSha256 } = values
  return {
    id: key,
    decision: decisionText(values),
    name,
    role,
    signedOn,
    signedAt: instantText(signedAt),
    asOf: instantText(asOf),
    contentSha256,
    scorecardSha256,
    figuresSha256,
  }
}

const instantText = (instant: number | null | undefined) =>
  instant == null ? null : new Date(instant).toISOString()
