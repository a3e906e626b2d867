import { useEffect, useSyncExternalStore } from 'react'
import { useWorkspace } from '../../storage/queries'
import { usePendingBundle } from '../../view-state/pending-bundle'
import { useShortcut } from '../../view-state/use-shortcuts'
import { type BundleFlow, type BundleStage, bundleFlowOf } from './bundle-flow'

/** The bundle on its way in; takes files that were dropped or handed over unless one is being stored. */
export function useBundleFlow(): { readonly flow: BundleFlow; readonly stage: BundleStage } {
  const flow = bundleFlowOf(useWorkspace())
  const stage = useSyncExternalStore(flow.subscribe, () => flow.stage)
  const pending = usePendingBundle((state) => state.file)
  const take = usePendingBundle((state) => state.take)
  const ready = stage.kind !== 'merging'
  useEffect(() => {
    if (!ready || !pending) return
    const file = take()
    if (file) void flow.take(file)
  }, [flow, ready, pending, take])
  useShortcut('chooseBundle', () => void flow.choose(), ready)
  return { flow, stage }
}
