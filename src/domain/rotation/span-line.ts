import type { Instant } from '../model/value'

/** A stretch of time; its end is not part of it. */
export interface Span {
  readonly from: Instant
  readonly to: Instant
}

/** Stretches that never overlap, in their order: what is laid over others takes their place. */
export class SpanLine<S extends Span> {
  private readonly line: S[] = []

  get spans(): readonly S[] {
    return this.line
  }

  put(span: S): void {
    if (span.from >= span.to) return
    const begin = firstEndingAfter(this.line, span.from)
    let end = begin
    while (end < this.line.length && (this.line[end] as S).from < span.to) end++
    const covered = this.line.slice(begin, end)
    const rest = [span]
    const first = covered[0]
    const last = covered.at(-1)
    if (first && first.from < span.from) rest.unshift({ ...first, to: span.from })
    if (last && last.to > span.to) rest.push({ ...last, from: span.to })
    this.line.splice(begin, end - begin, ...rest)
  }

  /** Those of which any part is in the period, whole. */
  between(from: Instant, to: Instant): readonly S[] {
    const begin = firstEndingAfter(this.line, from)
    let end = begin
    while (end < this.line.length && (this.line[end] as S).from < to) end++
    return this.line.slice(begin, end)
  }
}

/** What is left of a span where others, apart from each other and in order, are taken out. */
export function without<S extends Span>(span: S, others: readonly Span[]): S[] {
  const left: S[] = []
  let { from } = span
  for (const other of others) {
    if (other.to <= from) continue
    if (other.from >= span.to) break
    if (other.from > from) left.push({ ...span, from, to: other.from })
    from = other.to
  }
  if (from < span.to) left.push(from === span.from ? span : { ...span, from })
  return left
}

/** The part of a span that lies in another, if there is one. */
export function cut<S extends Span>(span: S, { from, to }: Span): S | undefined {
  const begin = Math.max(span.from, from)
  const end = Math.min(span.to, to)
  return begin < end ? { ...span, from: begin, to: end } : undefined
}

function firstEndingAfter(spans: readonly Span[], instant: Instant): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((spans[middle] as Span).to <= instant) low = middle + 1
    else high = middle
  }
  return low
}
