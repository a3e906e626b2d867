import type { PaperSize } from '@contract/terms'
import type { SignOff } from '@domain/model/entities'
import type { Instant } from '@domain/model/value'
import { rememberReport } from '@domain/reporting/last-report'
import type { Sealed } from '@domain/reporting/make-exit-pack'
import type { Withholding } from '@domain/reporting/withholding'
import { keepSignOff } from '@domain/sign-off/commands'
import { request } from '../app/bridge'
import { storedBlob } from './blobs'
import type { EngagementSession } from './session'

export interface ToSign {
  readonly key: string
  readonly signature: SignOff
  readonly sealed: Sealed
  /** What is not on its pages. */
  readonly withholding: Withholding
  readonly asOf: Instant
  readonly paper: PaperSize
  /** Of the signed file. */
  readonly name: string
  readonly by: string
  readonly now: Instant
}

export interface SignedFile {
  readonly pdf: Uint8Array
  readonly sha256: string
}

/**
 * Prints a pack with its signature, and keeps both: the file and what was signed are in the log together or not at all.
 * @throws BridgeRefusal when it cannot be printed
 * @throws WriteRefused when it cannot be kept; nothing is signed then
 */
export async function signPack(
  session: EngagementSession,
  { sealed, paper, name, ...signing }: ToSign,
): Promise<SignedFile> {
  const pdf = await request('report.print', { pack: JSON.stringify(sealed.pack), paper })
  const blob = await storedBlob(pdf)
  const { label, intents } = keepSignOff({
    ...signing,
    sealed,
    pdf: { name, sha256: blob.sha256, size: pdf.byteLength },
  })
  const { asOf, now } = signing
  const saved = rememberReport(
    { kind: 'exit', asOf, figures: sealed.figures, now },
    session.replica.rows('savedReport'),
  )
  await session.write(label, [...intents, ...saved], { blobs: [blob] })
  return { pdf, sha256: blob.sha256 }
}
