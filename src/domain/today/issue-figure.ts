/** A number on a screen, as the issues that it counts: whoever asks what it is made of is shown just these. */
export interface IssueFigure {
  /** What the issues are, for the list that shows them: “On hold past the agreed time”. */
  readonly title: string
  readonly keys: readonly string[]
}

export const issueFigure = (title: string, keys: Iterable<string> = []): IssueFigure => ({
  title,
  keys: [...keys],
})

/** One that is still being counted. */
export interface CountedFigure extends IssueFigure {
  readonly keys: string[]
}

export const countedFigure = (title: string): CountedFigure => ({ title, keys: [] })
