import type { HandoverPart, HandoverSectionPart } from '@domain/reporting/handover-lines'
import { Rest } from './rest'

/** What is handed over, to whom, and who has accepted it; what is left open has a section of its own. */
export function HandoverSection({ handover }: { readonly handover: HandoverPart }) {
  const { percent, summary, sections } = handover
  return (
    <section>
      <h2>{`Handover: ${percent}% complete`}</h2>
      <p className="quiet">{summary}</p>
      {sections
        .filter(({ kind }) => kind !== 'residual')
        .map((section) => (
          <HandoverTable key={section.kind} section={section} />
        ))}
    </section>
  )
}

function HandoverTable({ section }: { readonly section: HandoverSectionPart }) {
  const { heading, purpose, done, of, lines, count } = section
  return (
    <>
      <h3>{of === 0 ? heading : `${heading}: ${done} of ${of} done`}</h3>
      <p className="quiet">{count === 0 ? 'None.' : purpose}</p>
      {count > 0 && <HandoverLines section={section} />}
      <Rest count={count} shown={lines.length} />
    </>
  )
}

/** The lines of a section, as a table that repeats its head on every page. */
export function HandoverLines({ section: { heading, lines } }: { readonly section: HandoverSectionPart }) {
  return (
    <table className="register handover">
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col">Details</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.title} ${line.about.join()} ${line.answer}`}>
            <th scope="row">
              <bdi>{line.title}</bdi>
            </th>
            <td>
              {[line.about.join(' · '), line.workaround && `Way round it: ${line.workaround}`, line.detail]
                .filter(Boolean)
                .map((said) => (
                  <p key={said}>
                    <bdi>{said}</bdi>
                  </p>
                ))}
            </td>
            <td>
              {line.answer && (
                <p>
                  <bdi>{line.answer}</bdi>
                </p>
              )}
              <p>{line.isDone ? '✓ done' : line.lacks}</p>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
