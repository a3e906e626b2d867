import { numberText } from '@domain/reporting/number-text'
import type { CommonPack, DecisionLine } from '@domain/reporting/pack'

export function DecisionsSection({ decisions }: { readonly decisions: CommonPack['decisions'] }) {
  const { count, lines } = decisions
  const more = count - lines.length
  return (
    <section>
      <h2>{count > 0 ? `Decisions needed: ${numberText(count)}` : 'Decisions needed'}</h2>
      {count === 0 ? (
        <p className="quiet">None at present.</p>
      ) : (
        <ul className="decisions">
          {lines.map((line) => (
            <li key={`${line.key ?? ''} ${line.title}`}>
              <p>
                {line.key && <bdi className="key">{line.key} </bdi>}
                <bdi>{line.title}</bdi>
              </p>
              <p className="aside">{asideOf(line)}</p>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className="quiet">and {numberText(more)} more</p>}
    </section>
  )
}

function asideOf({ key, askedOf, neededBy, overdue }: DecisionLine): string {
  const asked = askedOf ? `asked of ${askedOf}` : key ? 'issue on hold until somebody decides' : ''
  const by = neededBy ? `${overdue ? 'was needed by' : 'needed by'} ${neededBy}` : ''
  return [asked, by].filter(Boolean).join(', ')
}
