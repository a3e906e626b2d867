import loadHighs from 'highs'
import wasm from 'highs/runtime?url'
import { type ProposalInput, proposeFrom } from './jobs/rota-filling'
import { type Report, serve } from './rpc'

const jobs = {
  propose: async (input: ProposalInput, report: Report) => {
    report({ step: 'Starting the solver', done: 0, total: 0 })
    return proposeFrom(await loadHighs({ locateFile: () => wasm }), input, report)
  },
}
export type RotaSolverJobs = typeof jobs

serve(jobs)
