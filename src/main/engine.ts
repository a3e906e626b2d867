import { app } from 'electron'

/**
 * An engagement is tens of megabytes that all stay. With the usual small nursery they are copied over and over, and
 * with the usual small heap they are gone through again and again while they come in. A screen left
 * alone for some seconds would be stopped for up to half a second, to give a little memory back. In megabytes.
 */
export function enlargeHeap(): void {
  app.commandLine.appendSwitch(
    'js-flags',
    '--min-semi-space-size=64 --max-semi-space-size=64 --initial-old-space-size=256 --no-memory-reducer',
  )
}
