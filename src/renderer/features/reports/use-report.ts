import type { PaperSize } from '@contract/terms'
import { type EntityName, entities } from '@domain/model/entities'
import type { Instant } from '@domain/model/value'
import type { ReportKind } from '@domain/reporting/report-kind'
import type { Withholding } from '@domain/reporting/withholding'
import { useEffect, useState } from 'react'
import { request } from '../../app/bridge'
import { useSession, useVersion, useWorkspace } from '../../storage/queries'
import { type Report, ReportReader } from '../../storage/report-reader'
import { now } from '../../view-state/clock'
import { Cancelled } from '../../workers/rpc'

/** How long changes are gathered before the report is made anew, in milliseconds. */
const gathering = 400
/** A report that was saved says nothing new: the one on the screen stays. */
const reported = Object.keys(entities).filter((name) => name !== 'savedReport') as EntityName[]

export interface WantedReport {
  readonly kind: ReportKind
  /** Undefined: now. */
  readonly asOf: Instant | undefined
  readonly paper: PaperSize
  readonly withhold: Withholding
}

export interface ReportState {
  readonly reader: ReportReader | undefined
  readonly report: Report | undefined
  /** The printed report, as it would be saved. */
  readonly pdf: Uint8Array | undefined
  /** Something newer than what is shown is being made. */
  readonly pending: boolean
  readonly problem: string | undefined
}

const nothingYet: Omit<ReportState, 'reader'> = {
  report: undefined,
  pdf: undefined,
  pending: true,
  problem: undefined,
}

/**
 * A report as of an instant (undefined: now), read and printed anew when anything it tells of changes.
 * What was there stays until the new one is complete.
 */
export function useReport({ kind, asOf, paper, withhold }: WantedReport): ReportState {
  const { id } = useSession()
  const { laptop } = useWorkspace()
  const version = useVersion(...reported)
  const [reader, setReader] = useState<ReportReader | undefined>(undefined)
  const [state, setState] = useState(nothingYet)

  useEffect(() => {
    const own = new ReportReader(id, laptop)
    setReader(own)
    return () => own.stop()
  }, [id, laptop])

  useEffect(() => {
    void version
    if (!reader) return
    let current = true
    const timer = setTimeout(() => void make(reader), gathering)
    setState((before) => ({ ...before, pending: true }))
    async function make(from: ReportReader) {
      try {
        const report = await from.read(kind, asOf ?? now(), withhold)
        if (!current) return
        setState((before) => ({ ...before, report }))
        const pdf = await request('report.print', { pack: report.pack, paper })
        if (current) setState({ report, pdf, pending: false, problem: undefined })
      } catch (error) {
        if (!current || error instanceof Cancelled) return
        const problem = error instanceof Error ? error.message : String(error)
        setState((before) => ({ ...before, pending: false, problem }))
      }
    }
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [reader, version, kind, asOf, paper, withhold])

  return { reader, ...state }
}
