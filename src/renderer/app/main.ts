import { readAhead } from '../storage/read-ahead'

// Reading begins before the scripts are ready that know what to do with it, and what draws waits for neither.
const reading = readAhead()
const started = import('./start').then(({ start }) => start(reading))
void import('./render').then(({ render }) => render(started))
