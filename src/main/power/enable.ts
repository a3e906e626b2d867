import { powerMonitor } from 'electron'
import type { Context } from '../context'
import { tell } from '../events'

export function enablePower(context: Context): void {
  powerMonitor.on('resume', () => tell(context.window(), 'power.resumed', {}))
}
