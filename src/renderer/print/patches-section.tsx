import { numberText } from '@domain/reporting/number-text'
import type { CommonPack } from '@domain/reporting/pack'
import { Rest } from './rest'

/** What goes live together, and whether it works. */
export function PatchesSection({ patches }: { readonly patches: CommonPack['patches'] }) {
  const { count, lines, figures } = patches
  return (
    <section>
      <h2>Patches</h2>
      <p className="quiet">{figures.map(({ label, display }) => `${label}: ${display}`).join(' · ')}</p>
      {count === 0 ? (
        <p>No patch is on its way, and none has changed.</p>
      ) : (
        <table className="register patches">
          <thead>
            <tr>
              <th scope="col">Patch</th>
              <th scope="col">State</th>
              <th scope="col">Since</th>
              <th scope="col">Window</th>
              <th scope="col">Fixes</th>
              <th scope="col">Note</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.name} ${line.window}`}>
                <th scope="row">
                  <bdi>{line.name}</bdi>
                </th>
                <td>{line.state}</td>
                <td>{line.since}</td>
                <td>{line.window ?? 'not set'}</td>
                <td>{numberText(line.fixes)}</td>
                <td>
                  <bdi>{line.note}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Rest count={count} shown={lines.length} />
    </section>
  )
}
