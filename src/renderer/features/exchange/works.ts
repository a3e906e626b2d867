import { type BundleFile, type BundleSummary, withdrawBundle } from '../../storage/bundle-file'
import type { Change } from '../../storage/session'
import type { Workspace } from '../../storage/workspace'
import { toast } from '../../ui/toast'
import type { Work } from '../../view-state/engagement-door'
import { counted } from './words'

/** Begins the engagement of a bundle on this laptop. */
export const joining = (bundle: BundleFile, { engagement }: BundleSummary): Work => ({
  title: `Joining ${engagement.name}`,
  failure: 'The engagement could not be joined; nothing was kept of it.',
  tooLate: 'The engagement was joined before it could be stopped.',
  run: async (report, signal) => {
    signal.addEventListener('abort', () => bundle.stop())
    try {
      return await bundle.join(report)
    } finally {
      bundle.stop()
    }
  },
})

/** Takes out of an engagement what a bundle brought to it. */
export const takingBack = (workspace: Workspace, engagement: string, { id, label }: Change): Work => ({
  title: `Taking back: ${label}`,
  failure: 'The bundle could not be taken back; nothing was changed.',
  tooLate:
    'The bundle was taken back before it could be stopped. Reading its file again brings everything back.',
  run: async (report, signal) => {
    await workspace.backUp(engagement, 'before taking back', report, signal)
    report({ step: 'Taking out what it brought', done: 0, total: 0 })
    const { operations } = await withdrawBundle(engagement, id, signal)
    toast({ text: `Taken back: ${counted(operations, 'change')} of “${label}”`, tone: 'ok' })
    return engagement
  },
})
