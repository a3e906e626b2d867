import { start } from './start'

// Reading begins before the code that draws is made ready: neither waits for the other.
const started = start()
void import('./render').then(({ render }) => render(started))
