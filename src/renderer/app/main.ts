import { start } from './start'

// The code that draws is fetched while the engagement is read: neither waits for the other.
const drawing = import('./render')
const started = start()
void drawing.then(({ render }) => render(started))
