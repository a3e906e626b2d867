/** What is changed in the model, to see what it would do to the forecast. */
export interface WhatIf {
  /** So many more people who resolve issues, as fast as those who do now. */
  readonly morePeople: number
  /** No fix that is ready waits for its patch longer than a day. */
  readonly patchDaily: boolean
  /** Share of the new issues that still come: 1 is all, 0.8 a fifth fewer. */
  readonly arrivals: number
}

export const asItIs: WhatIf = { morePeople: 0, patchDaily: false, arrivals: 1 }
