import { percentDone } from '@domain/handover/completeness'
import { type HandoverKind, handoverKinds, kindWords } from '@domain/handover/words'
import { numberText } from '@domain/reporting/number-text'
import { AudienceSelect } from '../../parts/reporting/audience-select'
import { classNames } from '../../ui/class-names'
import styles from './handover.module.css'
import type { Handover } from './use-handover'

export interface SectionListProps {
  readonly handover: Handover
  readonly chosen: HandoverKind
  readonly onChoose: (kind: HandoverKind) => void
}

/** How complete the handover is, and each of its sections. */
export function SectionList({ handover, chosen, onChoose }: SectionListProps) {
  return (
    <nav className={styles.sections} aria-label="Sections of the handover">
      <div className={styles.total}>
        <span className={styles.percent} data-numeric>
          {percentDone(handover)}%
        </span>
        <span className={styles.quiet}>
          {handover.of === 0
            ? 'Nothing to hand over yet'
            : `${numberText(handover.done)} of ${numberText(handover.of)} done`}
        </span>
        <Track done={handover.done} of={handover.of} />
      </div>
      {handoverKinds.map((kind) => {
        const { done, of } = handover.kinds[kind]
        return (
          <button
            key={kind}
            type="button"
            className={classNames(styles.section, kind === chosen && styles.chosen)}
            aria-current={kind === chosen || undefined}
            onClick={() => onChoose(kind)}
          >
            <span>{kindWords[kind].all}</span>
            <span className={styles.quiet} data-numeric>
              {of === 0 ? 'none' : `${numberText(done)} of ${numberText(of)}`}
            </span>
            <Track done={done} of={of} />
          </button>
        )
      })}
      <div className={styles.document}>
        <AudienceSelect />
        <p className={styles.quiet}>What the Markdown and the PDF withhold follows from that.</p>
      </div>
    </nav>
  )
}

function Track({ done, of }: { readonly done: number; readonly of: number }) {
  return (
    <span className={styles.track} aria-hidden="true">
      <span className={styles.bar} style={{ width: `${of === 0 ? 0 : (100 * done) / of}%` }} />
    </span>
  )
}
