import type { Row } from '../merge/row'
import type { SignOff } from '../model/entities'
import type { Value } from '../model/value'
import { decisionText, signOffWords } from '../sign-off/words'

export const signOffLabels: Readonly<Record<string, string>> = {
  'signOff.extendTo': 'Extended to',
  'signOff.signedOn': 'Signed on',
  'signOff.signedAt': 'Signed in the app',
  'signOff.recordedBy': 'Recorded by',
  'signOff.typed': 'Typed signature',
  'signOff.strokes': 'Drawn signature',
  'signOff.asOf': 'Data as of',
  'signOff.namesWithheld': 'Names withheld',
  'signOff.unitsWithheld': 'Units withheld',
  'signOff.frozen': 'What it said',
  'signOff.contentSha256': 'Fingerprint of the pages',
  'signOff.scorecardSha256': 'Fingerprint of the scorecard',
  'signOff.figuresSha256': 'Fingerprint of the figures',
  'signOff.issuesSha256': 'Fingerprint of the issue list',
  'signOff.pdfSha256': 'Fingerprint of the file',
}

/** `Accepted by Ulrike Sander`; undefined for rows of others. */
export function signOffRowName(entity: string, { values }: Row): string | undefined {
  if (entity !== 'signOff') return undefined
  const signOff = values as SignOff
  return `${decisionText(signOff)} by ${signOff.name ?? 'nobody yet'}`
}

export function signOffValueText(entity: string, field: string, value: Value): string | undefined {
  if (entity !== 'signOff' || field !== 'decision') return undefined
  return signOffWords[value as keyof typeof signOffWords]
}
