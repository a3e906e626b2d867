import type { LinearProgram, Solution } from '@domain/rotation/linear-program'
import type loadHighs from 'highs'

type Highs = Awaited<ReturnType<typeof loadHighs>>

export interface SolverLimits {
  readonly seconds: number
  /** So that the same program is left at the same point on every machine, if it is not the clock that ends it. */
  readonly nodes: number
  /** Told now and then while it works; the share of the best cost that may still be saved. */
  readonly report?: (gap: number) => void
}

/** So little is no difference that anybody would feel. */
const goodEnough = 0.02

/** Solves a linear program with HiGHS: one thread, a fixed seed. */
export function solveWith(
  highs: Highs,
  program: LinearProgram,
  { seconds, nodes, report }: SolverLimits,
): Solution {
  const { columns, constraints } = program
  if (columns.length === 0) return { values: [], isBest: true }
  const starts = new Int32Array(constraints.length + 1)
  constraints.forEach(({ terms }, row) => {
    starts[row + 1] = (starts[row] ?? 0) + terms.length
  })
  const model = highs.createModel({
    numCols: columns.length,
    numRows: constraints.length,
    colCost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: new Float64Array(columns.length),
    colUpper: Float64Array.from(columns, ({ upper }) => upper),
    rowLower: Float64Array.from(constraints, ({ lower }) => lower),
    rowUpper: Float64Array.from(constraints, ({ upper }) => upper),
    integrality: Int32Array.from(columns, ({ isWhole }) => (isWhole ? 1 : 0)),
    matrix: {
      format: 'csr',
      numRows: constraints.length,
      numCols: columns.length,
      starts,
      indices: Int32Array.from(constraints.flatMap(({ terms }) => terms.map(({ column }) => column))),
      values: Float64Array.from(constraints.flatMap(({ terms }) => terms.map(({ times }) => times))),
    },
  })
  try {
    model.options.set({
      output_flag: false,
      random_seed: 0,
      time_limit: seconds,
      mip_max_nodes: nodes,
      mip_rel_gap: goodEnough,
    })
    model.run(
      report && {
        [highs.constants.callbackType.mipLogging]: (event) => void report(event.data.mip_gap ?? 1),
      },
    )
    const isBest = model.getModelStatus() === highs.constants.modelStatus.optimal
    const { colValue } = model.getSolution()
    const isFound = isBest || model.info.get('primal_solution_status') === 2
    return { values: isFound ? [...colValue] : undefined, isBest }
  } finally {
    model.dispose()
  }
}
