import { readAhead } from '../storage/read-ahead'

// Reading begins before the scripts are ready that know what to do with it, and what draws waits for neither.
const reading = readAhead()
const drawing = import('./render')
const started = import('./start').then(({ start }) =>
  start(reading, async (workspace, session) => (await drawing).makeReady(workspace, session)),
)
void drawing.then(({ render }) => render(started))
