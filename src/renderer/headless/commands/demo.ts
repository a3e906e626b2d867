import { type Command, countOption } from '../run'

const mostIssues = 1_000_000

export const createDemo: Command = async ({ options, workspace, progress }) => {
  const issues = countOption(options, 'issues', 240, mostIssues)
  const seed = countOption(options, 'seed', 1, 2 ** 32)
  const whole = options.whole === true
  const id = await workspace.createDemo({ issues, seed, whole }, ({ step, done }) =>
    progress(`${step}: ${done} operations`),
  )
  return { id, issues, seed, whole }
}
