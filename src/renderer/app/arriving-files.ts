import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { toast } from '../ui/toast'
import { paths } from '../view-state/paths'
import { isBundle, usePendingBundle } from '../view-state/pending-bundle'
import { type PendingFile, usePendingImport } from '../view-state/pending-import'
import { BridgeRefusal, listen, request } from './bridge'

/** Hands a file to the screen that takes its kind, and goes there. */
export function useOffer(): (file: PendingFile) => void {
  const [, navigate] = useLocation()
  return (file) => {
    if (isBundle(file)) usePendingBundle.getState().offer(file)
    else usePendingImport.getState().offer(file)
    navigate(isBundle(file) ? paths.exchange : paths.import)
  }
}

/** Takes files that the system hands over: a double click, the command line, a second start. */
export function useHandedFiles(): void {
  const offer = useOffer()
  const latest = useRef(offer)
  useEffect(() => {
    latest.current = offer
  })
  useEffect(() => {
    const takeHanded = async () => {
      try {
        const file = await request('file.takeHanded')
        if (file) latest.current(file)
      } catch (error) {
        if (!(error instanceof BridgeRefusal)) throw error
        toast({ text: error.message, tone: 'danger' })
      }
    }
    // A file may have come with the program's start, before anybody listened.
    void takeHanded()
    return listen('file.handed', () => void takeHanded())
  }, [])
}
