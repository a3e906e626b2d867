import { type NoteRecord, noteRecords, waitsFor } from '@domain/shift-notes/note'
import { useMemo } from 'react'
import { useRows, useVersion } from '../storage/queries'
import { useMe } from './use-me'

/** The hand-over notes of all shifts, those first that are being written or wait. */
export function useShiftNotes(): readonly NoteRecord[] {
  const rows = useRows('shiftNote')
  const version = useVersion('shiftNote')
  return useMemo(() => {
    void version
    return noteRecords(rows.values())
  }, [rows, version])
}

/** How many of them wait for the person who uses this laptop. */
export function useWaitingNotes(): number {
  const me = useMe()
  return useShiftNotes().filter((note) => waitsFor(note, me)).length
}
