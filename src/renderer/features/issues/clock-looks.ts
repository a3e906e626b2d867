import type { ClockTurn } from '@domain/clocks/standing'
import type { MarkShape, MarkTone } from '../../ui/mark'

/** How clocks look; each differs in shape too, and its words say it once more. */
export const clockLooks: Readonly<Record<ClockTurn, { readonly tone: MarkTone; readonly shape: MarkShape }>> =
  {
    breached: { tone: 'danger', shape: 'triangle' },
    running: { tone: 'accent', shape: 'half' },
    paused: { tone: 'warning', shape: 'dash' },
    kept: { tone: 'ok', shape: 'tick' },
    adrift: { tone: 'neutral', shape: 'tick' },
    withdrawn: { tone: 'neutral', shape: 'cross' },
  }
