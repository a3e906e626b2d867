import type { HandoverPack } from '@domain/reporting/handover-pack'
import { HandoverSection } from './handover-section'
import { ResidualSection } from './residual-section'

/** The handover as a document of its own. */
export function HandoverPages({ pack }: { readonly pack: HandoverPack }) {
  const { client, name, system } = pack.engagement
  return (
    <main>
      <header className="masthead">
        <div className="masthead-kind">
          <p>Hypercare handover</p>
        </div>
        <h1>
          <bdi>{name}</bdi>
        </h1>
        <p className="masthead-about">
          <bdi>{[client, system].filter(Boolean).join(' · ')}</bdi>
        </p>
      </header>
      <HandoverSection handover={pack.handover} />
      <ResidualSection handover={pack.handover} />
    </main>
  )
}
