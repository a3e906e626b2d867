/** A column of a linear program: by default any number from nought on. */
export interface Column {
  readonly cost: number
  readonly upper: number
  /** Whole numbers only. */
  readonly isWhole: boolean
}

export interface Term {
  readonly column: number
  readonly times: number
}

/** `lower ≤ sum of terms ≤ upper`. */
export interface Constraint {
  readonly terms: readonly Term[]
  readonly lower: number
  readonly upper: number
}

/** What a solver is asked: the cheapest values of the columns that keep all constraints. */
export class LinearProgram {
  readonly columns: Column[] = []
  readonly constraints: Constraint[] = []

  /** @returns its number */
  column(cost: number, upper: number, isWhole = false): number {
    return this.columns.push({ cost, upper, isWhole }) - 1
  }

  constrain(terms: readonly Term[], { lower = -Infinity, upper = Infinity }): void {
    if (terms.length > 0) this.constraints.push({ terms, lower, upper })
  }
}

export interface Solution {
  /** By column; undefined where none was found in time. */
  readonly values: readonly number[] | undefined
  /** Whether nothing better was left to be found when it ended. */
  readonly isBest: boolean
}

export type Solve = (program: LinearProgram) => Solution
