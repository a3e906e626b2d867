import { lead } from '@domain/demo/cast'
import { sponsorSigns } from '@domain/demo/sign-off'
import { engagementKey } from '@domain/model/engagement'
import type { Instant } from '@domain/model/value'
import { exitPack } from '@domain/reporting/make-exit-pack'
import { nothing } from '@domain/reporting/withholding'
import { signatureOf } from '@domain/sign-off/commands'
import { dayOf, usableZone } from '@domain/time/zone'
import type { Settings } from './profile'
import { fileName } from './save-file'
import type { EngagementSession } from './session'
import { sha256OfText } from './sha256'
import { signPack } from './sign-off'

/** The end of the whole demo: the sponsor signs the exit pack as it is, as on the screen. */
export async function signDemo(
  session: EngagementSession,
  now: Instant,
  paper: Settings['paper'],
): Promise<void> {
  const { zone, name } = session.replica.rows('engagement').get(engagementKey)?.values ?? {}
  const day = dayOf(now, usableZone(zone))
  const key = crypto.randomUUID()
  const signature = signatureOf(sponsorSigns(day))
  const sealed = await exitPack(session.replica, {
    asOf: now,
    hash: sha256OfText,
    signing: { reference: key, signature },
  })
  await signPack(session, {
    key,
    signature,
    sealed,
    withholding: nothing,
    asOf: now,
    paper,
    name: fileName(`${name ?? ''} signed exit report ${day}.pdf`),
    by: lead.name,
    now,
  })
}
