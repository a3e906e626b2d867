import { app } from 'electron'

/** An engagement is tens of megabytes that all stay: with the usual small nursery they are copied over and over. */
export function enlargeNursery(): void {
  app.commandLine.appendSwitch('js-flags', '--min-semi-space-size=64 --max-semi-space-size=64')
}
