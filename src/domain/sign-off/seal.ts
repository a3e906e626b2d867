import { canonicalJson, type Json } from '../merge/canonical-json'
import type { ExitPack } from '../reporting/exit-pack'
import type { Frozen } from './frozen'

/** SHA-256 of a text, in hexadecimal digits. */
export type Hash = (text: string) => Promise<string>

export interface Hashes {
  /** Everything on the pages but the sign-off itself. */
  readonly content: string
  /** Null while there is no scorecard. */
  readonly scorecard: string | null
  readonly figures: string
  readonly issues: string
}

/** The content of an exit pack: all that is on its pages before somebody signs. */
export type Unsigned = Omit<ExitPack, 'signOff'>

/** What a signature is put under, as hashes: of one spelling, so that every laptop finds the same ones. */
export async function hashesOf(content: Unsigned, frozen: Frozen, hash: Hash): Promise<Hashes> {
  const { figures, criteria } = frozen
  return {
    content: await hash(canonicalJson(plain(content))),
    scorecard: criteria.length === 0 ? null : await hash(canonicalJson(criteria)),
    figures: await hash(canonicalJson(figures)),
    issues: await hash(canonicalJson(content.issues)),
  }
}

/** A pack as it is sent: fields that are not set are not there. */
function plain(content: Unsigned): Json {
  return JSON.parse(JSON.stringify(content)) as Json
}

/** The hashes as they stand on the page. */
export function hashLines({ content, scorecard, figures, issues }: Hashes): ExitPack['signOff']['hashes'] {
  return [
    { of: 'All pages but this one', sha256: content },
    ...(scorecard === null ? [] : [{ of: 'Scorecard', sha256: scorecard }]),
    { of: 'Figures', sha256: figures },
    { of: 'Issue list', sha256: issues },
  ]
}
