/** Of the straight line that fits the points best, both scales logarithmic: 1 where the cost of each stays the same. */
export function slope(points: readonly { readonly operations: number; readonly ms: number }[]): number {
  const logs = points.map(({ operations, ms }) => [Math.log(operations), Math.log(ms)] as const)
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const meanX = mean(logs.map(([x]) => x))
  const meanY = mean(logs.map(([, y]) => y))
  const sum = (of: (x: number, y: number) => number) =>
    logs.reduce((total, [x, y]) => total + of(x - meanX, y - meanY), 0)
  return sum((x, y) => x * y) / sum((x) => x * x)
}
