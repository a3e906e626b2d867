import { namedRow } from '@domain/reporting/named-row'
import { isToldOn } from '@domain/reporting/screen-figures'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { FigureList, type RowReader } from '../parts/explain/figure-list'
import { useSession, useWorkspace } from '../storage/queries'
import { type Figures, ReportReader } from '../storage/report-reader'
import { Banner } from '../ui/banner'
import { Dialog } from '../ui/dialog'
import { now } from '../view-state/clock'
import { useScreenFigures } from '../view-state/screen-figures'
import { Cancelled } from '../workers/rpc'
import { screens } from './screens'

interface Read {
  readonly reader: RowReader
  readonly figures: Figures | undefined
  readonly problem?: string
}

/** The numbers of a screen, each with what it means, how it is worked out, from what, and its rows. */
export default function ExplainSheet({ onClose }: { readonly onClose: () => void }) {
  const { id, replica } = useSession()
  const { laptop } = useWorkspace()
  const [location] = useLocation()
  const [read, setRead] = useState<Read>()
  // What the screen shows as this opens: it may count on behind.
  const [own] = useState(() => useScreenFigures.getState().read?.() ?? [])
  useEffect(() => {
    const reports = new ReportReader(id, laptop)
    const reader: RowReader = {
      rows: async (wanted, most) => {
        const figure = own.find((one) => one.id === wanted)
        return figure
          ? figure.rows.slice(0, most).map((row) => namedRow(replica, row))
          : reports.rows(wanted, most)
      },
    }
    setRead({ reader, figures: undefined })
    reports.figures(now()).then(
      (figures) => setRead({ reader, figures }),
      (error: unknown) => {
        if (error instanceof Cancelled) return
        const problem = error instanceof Error ? error.message : String(error)
        setRead({ reader, figures: undefined, problem })
      },
    )
    return () => reports.stop()
  }, [id, laptop, replica, own])
  const [, place = ''] = location.split('/')
  const screen = screens.find(({ path }) => path === `/${place}`)
  const figures = read?.figures && {
    ...read.figures,
    figures: [
      ...own.map((figure) => ({ ...figure, rows: figure.rows.length })),
      ...read.figures.figures.filter((figure) => isToldOn(place, figure.id)),
    ],
  }
  return (
    <Dialog
      title={screen ? `The numbers of ${screen.title}` : 'The numbers'}
      placement="end"
      width="wide"
      onClose={onClose}
    >
      {read?.problem ? (
        <Banner tone="danger">The numbers could not be worked out. {read.problem}</Banner>
      ) : (
        <FigureList reader={read?.reader} report={figures} onLeave={onClose} />
      )}
    </Dialog>
  )
}
