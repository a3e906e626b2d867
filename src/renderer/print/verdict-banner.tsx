import type { CommonPack, VerdictState } from '@domain/reporting/pack'

/** A shape for each state, drawn in a 24 × 24 box: told apart without colour, and on a bad photocopy. */
const shapes: Readonly<Record<VerdictState, { readonly path: string; readonly hollow?: true }>> = {
  critical: { path: 'M7.5 2h9L22 7.5v9L16.5 22h-9L2 16.5v-9z' },
  watch: { path: 'M12 2.5 22.5 21h-21z' },
  steady: { path: 'M12 2a10 10 0 1 0 .001 0z' },
  'not-live': { path: 'M12 2 22 12 12 22 2 12z', hollow: true },
  empty: { path: 'M12 2a10 10 0 1 0 .001 0z', hollow: true },
}

export function VerdictBanner({ verdict }: { readonly verdict: CommonPack['verdict'] }) {
  const { path, hollow } = shapes[verdict.state]
  return (
    <section className="verdict" data-state={verdict.state}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={path} className={hollow ? 'verdict-shape-hollow' : 'verdict-shape'} />
      </svg>
      <div>
        <h2>{verdict.word}</h2>
        <p>{verdict.reason}</p>
      </div>
    </section>
  )
}
