import { type Scorecard, stateWords } from '../exit/scorecard'
import type { Replica } from '../merge/replica'
import type { SignOff } from '../model/entities'
import { type Frozen, type FrozenCriterion, frozenOf } from '../sign-off/frozen'
import { type Hash, type Hashes, hashesOf, hashLines, type Unsigned } from '../sign-off/seal'
import { readStrokes } from '../sign-off/signature'
import { type SignOffRow, signOffsAt } from '../sign-off/standing'
import { decisionText } from '../sign-off/words'
import { formatDay } from '../time/format'
import { clip } from './clip'
import type { ExitPack, PrintedSignature } from './exit-pack'
import { type FigureSummary, figuresOfWeek } from './figures'
import { handoverOf } from './handover-lines'
import { issuesOf } from './issue-lines'
import { weekPackOf } from './make-weekly-pack'
import { type ReportQuestion, scopeOf } from './report-question'
import { readWeeks, type Weeks } from './week-reading'

const room = { name: 60, conditions: 4_000, earlier: 12 }

/** An exit pack with its figures, what a signature under it is put to, and the hashes of that. */
export interface Sealed {
  readonly pack: ExitPack
  readonly frozen: Frozen
  readonly hashes: Hashes
  readonly figures: readonly FigureSummary[]
}

/** What only the exit pack needs to be told besides its instant. */
export interface ExitQuestion extends ReportQuestion {
  readonly hash: Hash
  /** Who signs it, and how; without it the pack has room for ink. */
  readonly signing?: Signing | undefined
}

export interface Signing {
  readonly reference: string
  readonly signature: SignOff
}

/** The exit pack as of any instant, ready to be sent to the print page as JSON. */
export function exitPack(replica: Replica, question: ExitQuestion): Promise<Sealed> {
  const weeks = readWeeks(replica, question.asOf, { ...scopeOf(replica, question), kind: 'exit' })
  return exitPackOf(replica, weeks, figuresOfWeek(weeks), question)
}

/** The same out of what is read and measured already. */
export async function exitPackOf(
  replica: Replica,
  weeks: Weeks,
  figures: readonly FigureSummary[],
  { asOf, hash, signing }: Pick<ExitQuestion, 'asOf' | 'hash' | 'signing'>,
): Promise<Sealed> {
  const { week } = weeks
  const content: Unsigned = {
    kind: 'exit',
    ...weekPackOf(weeks, figures, new Set(figures.map(({ id }) => id))),
    handover: handoverOf(week.handover, week),
    issues: issuesOf(week),
  }
  const frozen = frozenOf(figures, criteriaOf(week.exit))
  const hashes = await hashesOf(content, frozen, hash)
  const { person = (name: string) => name } = week.redaction ?? {}
  const named = (name: string | null | undefined) => clip(person(name ?? ''), room.name)
  const signOff = {
    sponsor: named(week.engagement.sponsor),
    signed: signing ? signatureOf(signing) : null,
    earlier: signOffsAt(replica.rows('signOff').values(), asOf)
      .filter(({ key }) => key !== signing?.reference)
      .slice(0, room.earlier)
      .map((row) => earlierLine(row, named)),
    hashes: hashLines(hashes),
  }
  return { pack: { ...content, signOff }, frozen, hashes, figures }
}

/** What the scorecard says, but for the criterion that asks for the signature: signing would change it. */
function criteriaOf({ criteria }: Scorecard): FrozenCriterion[] {
  return criteria
    .filter(({ builtIn }) => builtIn !== 'sign-off')
    .map(({ id, title, state, actual }) => ({ id, label: title, state: stateWords[state], actual }))
}

/** Whoever signs is named on the page, whatever its audience: they put their name there. */
function signatureOf({ reference, signature }: Signing): PrintedSignature {
  const { name, role, signedOn, extendTo, conditions, typed, strokes } = signature
  return {
    reference,
    decision: decisionText(signature),
    name: clip(name ?? '', room.name),
    role: clip(role ?? '', room.name),
    day: signedOn ? formatDay(signedOn) : '',
    extendTo: extendTo ? formatDay(extendTo) : null,
    conditions: clip(conditions ?? '', room.conditions),
    typed: typed ? clip(typed, room.name) : null,
    strokes: readStrokes(strokes),
  }
}

function earlierLine(
  { key, values }: SignOffRow,
  named: (name: string | null | undefined) => string,
): ExitPack['signOff']['earlier'][number] {
  return {
    reference: key,
    decision: decisionText(values),
    name: named(values.name),
    role: clip(values.role ?? '', room.name),
    day: values.signedOn ? formatDay(values.signedOn) : '',
  }
}
