import type { HandoverPart } from '@domain/reporting/handover-lines'
import { numberText } from '@domain/reporting/number-text'
import { HandoverLines } from './handover-section'
import { Rest } from './rest'

/** What is left open, and who has accepted that by name. */
export function ResidualSection({ handover }: { readonly handover: HandoverPart }) {
  const section = handover.sections.find(({ kind }) => kind === 'residual')
  if (!section) return null
  const { heading, done, of, lines, count } = section
  return (
    <section>
      <h2>{of === 0 ? heading : `${heading}: ${numberText(done)} of ${numberText(of)}`}</h2>
      <p className="quiet">{count === 0 ? 'No issue is open.' : section.purpose}</p>
      {count > 0 && <HandoverLines section={section} />}
      <Rest count={count} shown={lines.length} />
    </section>
  )
}
