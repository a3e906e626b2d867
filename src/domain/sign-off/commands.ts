import type { SignOff } from '../model/entities'
import type { SignOffDecision } from '../model/sign-off'
import type { Instant } from '../model/value'
import type { Sealed } from '../reporting/make-exit-pack'
import { type Withholding, withholdingFields } from '../reporting/withholding'
import { type Planned, planned } from '../triage/plan'
import { frozenText } from './frozen'
import { type Strokes, strokesText } from './signature'
import { decisionText } from './words'

/** What a sponsor fills in. A signature is typed or drawn; `typed` is '' where it is drawn. */
export interface SigningText {
  readonly decision: SignOffDecision
  readonly name: string
  readonly role: string
  readonly signedOn: string
  readonly extendTo: string
  readonly conditions: string
  readonly typed: string
  readonly strokes: Strokes
}

export type SigningProblems = Partial<
  Record<'name' | 'signedOn' | 'extendTo' | 'conditions' | 'signature', string>
>

/** What keeps somebody from signing, by the field that has to be looked at. */
export function signingProblems(text: SigningText, today: string): SigningProblems {
  const { decision, name, signedOn, extendTo, conditions, typed, strokes } = text
  return {
    ...(name.trim() === '' && { name: 'Say who signs' }),
    ...(signedOn === '' && { signedOn: 'Say the day' }),
    ...(signedOn > today && { signedOn: 'A day to come is not one on which anybody has signed' }),
    ...(decision === 'extend' && extendTo === '' && { extendTo: 'Say until when' }),
    ...(decision === 'extend' &&
      extendTo !== '' &&
      extendTo <= signedOn && { extendTo: 'This day is before the extension begins' }),
    ...(decision === 'accept-with-conditions' &&
      conditions.trim() === '' && { conditions: 'Say the conditions, or accept without any' }),
    ...(typed.trim() === '' && strokes.length === 0 && { signature: 'Type or draw the signature' }),
  }
}

/** The signature itself, as it is printed and stored. */
export function signatureOf(text: SigningText): SignOff {
  const { decision, name, role, signedOn, extendTo, conditions, typed, strokes } = text
  const isTyped = typed.trim() !== ''
  return {
    decision,
    name: name.trim(),
    role: role.trim() || null,
    signedOn,
    extendTo: decision === 'extend' ? extendTo : null,
    conditions: decision === 'accept' ? null : conditions.trim() || null,
    typed: isTyped ? typed.trim() : null,
    strokes: isTyped ? null : strokesText(strokes),
  }
}

export interface Signed {
  /** A fresh random key. */
  readonly key: string
  readonly signature: SignOff
  readonly sealed: Pick<Sealed, 'frozen' | 'hashes'>
  readonly asOf: Instant
  readonly withholding: Withholding
  readonly pdf: { readonly name: string; readonly sha256: string; readonly size: number }
  readonly by: string
  readonly now: Instant
}

/** Keeps a signature, what it was put to, and the signed file itself. */
export function keepSignOff({ key, signature, sealed, asOf, withholding, pdf, by, now }: Signed): Planned {
  const { hashes, frozen } = sealed
  const file = `${key}:pdf`
  return planned(`${decisionText(signature)}: signed by ${signature.name ?? ''}`, [
    {
      entity: 'attachment',
      key: file,
      fields: {
        name: pdf.name,
        mediaType: 'application/pdf',
        size: pdf.size,
        sha256: pdf.sha256,
        addedBy: by,
        addedAt: now,
      },
    },
    {
      entity: 'signOff',
      key,
      fields: {
        ...signature,
        asOf,
        ...withholdingFields(withholding),
        signedAt: now,
        recordedBy: by,
        frozen: frozenText(frozen),
        contentSha256: hashes.content,
        scorecardSha256: hashes.scorecard,
        figuresSha256: hashes.figures,
        issuesSha256: hashes.issues,
        pdfSha256: pdf.sha256,
        file,
      },
    },
  ])
}
