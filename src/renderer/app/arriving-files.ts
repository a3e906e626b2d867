import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { toast } from '../ui/toast'
import { paths } from '../view-state/paths'
import { isBundle, usePendingBundle } from '../view-state/pending-bundle'
import { type PendingFile, usePendingImport } from '../view-state/pending-import'
import { runShortcut, runWhenAnswered } from '../view-state/use-shortcuts'
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

/**
 * Takes files that the system hands over (a double click, the command line, a second start), and asks for a bundle when
 * its menu does: with or without an open engagement.
 */
export function useArrivingFiles(): void {
  const offer = useOffer()
  const [, navigate] = useLocation()
  const latest = useRef({ offer, navigate })
  useEffect(() => {
    latest.current = { offer, navigate }
  })
  useEffect(() => {
    const takeHanded = async () => {
      try {
        const file = await request('file.takeHanded')
        if (file) latest.current.offer(file)
      } catch (error) {
        if (!(error instanceof BridgeRefusal)) throw error
        toast({ text: error.message, tone: 'danger' })
      }
    }
    // A file may have come with the program's start, before anybody listened.
    void takeHanded()
    const leaveFiles = listen('file.handed', () => void takeHanded())
    const leaveMenu = listen('menu.command', ({ command }) => {
      if (command !== 'import-bundle' || runShortcut('chooseBundle')) return
      runWhenAnswered('chooseBundle', paths.exchange)
      latest.current.navigate(paths.exchange)
    })
    return () => {
      leaveFiles()
      leaveMenu()
    }
  }, [])
}
