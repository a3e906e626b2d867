import type { DemandTable, WeekPack } from '@domain/reporting/weekly-pack'
import { PairedBars } from '../charts/paired-bars'
import type { ChartData } from '../charts/series'

/** What people came with: faults or questions of use, from where, and what came back. */
export function DemandSection({ pack }: { readonly pack: WeekPack }) {
  const { headline, reopened, tables, classes } = pack.demand
  const some = classes.some(({ week, before }) => week > 0 || before > 0)
  return (
    <section>
      <div className="together">
        <h2>Nature of demand</h2>
        <p>
          Training gaps among the issues raised in the last seven days: <strong>{headline}</strong>. Came back
          among those that ended or came back: <strong>{reopened}</strong>.
        </p>
        {some && (
          <div className="measured">
            <h3>Raised by class</h3>
            <p className="quiet">
              The last seven days against the week before. The first table below has the numbers.
            </p>
            <PairedBars data={classData(pack)} />
          </div>
        )}
      </div>
      <div className="kinds">
        {tables.map((table) => (
          <KindTable key={table.title} table={table} />
        ))}
      </div>
    </section>
  )
}

function KindTable({ table }: { readonly table: DemandTable }) {
  const { title, rowHead, note, rows } = table
  return (
    <div className="together">
      <h3>{title}</h3>
      {rows.length === 0 ? (
        <p className="quiet">No issue has been raised.</p>
      ) : (
        <>
          <p className="quiet">{note}</p>
          <table className="figures">
            <thead>
              <tr>
                <th scope="col">{rowHead}</th>
                <th scope="col" className="number">
                  Seven days
                </th>
                <th scope="col" className="number">
                  Week before
                </th>
                <th scope="col" className="number">
                  So far
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, week, before, all }) => (
                <tr key={name}>
                  <th scope="row">
                    <bdi>{name}</bdi>
                  </th>
                  <td className="number">{week}</td>
                  <td className="number">{before}</td>
                  <td className="number">{all}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  )
}

function classData({ demand: { classes, headline } }: WeekPack): ChartData {
  const shown = classes.filter(({ week, before }) => week > 0 || before > 0)
  return {
    title: 'Raised by class',
    description: `Training gaps in the last seven days: ${headline}. The first table below has the numbers.`,
    labels: shown.map(({ name }) => name),
    widestBand: 100,
    series: [
      { name: 'Last seven days', values: shown.map(({ week }) => week) },
      { name: 'The week before', values: shown.map(({ before }) => before) },
    ],
  }
}
