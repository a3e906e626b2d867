import type { Row } from '@domain/merge/row'
import type { Rotation, ShiftSwap } from '@domain/model/entities'
import type { ShiftRole } from '@domain/rotation/shift'
import { lazy } from 'react'
import type { Period } from './period'
import type { Cell } from './selection'

const RotationDialog = lazy(() => import('./rotation-dialog'))
const PlanDialog = lazy(() => import('./plan-dialog'))
const NameDialog = lazy(() => import('./name-dialog'))
const OverrideDialog = lazy(() => import('./override-dialog'))
const SwapDialog = lazy(() => import('./swap-dialog'))
const LeaveDialog = lazy(() => import('./leave-dialog'))
const FillDialog = lazy(() => import('./fill-dialog'))
const CalendarDialog = lazy(() => import('./calendar-dialog'))
const ScheduleDialog = lazy(() => import('./schedule-dialog'))
const NeedsDialog = lazy(() => import('./needs-dialog'))

/** What is being asked before something changes. */
export type Ask =
  | { readonly kind: 'rotation'; readonly role: ShiftRole }
  | { readonly kind: 'plan' | 'name'; readonly rotation: Row<Rotation> }
  | { readonly kind: 'override'; readonly cell: Cell }
  | { readonly kind: 'take' | 'approve'; readonly swap: Row<ShiftSwap> }
  | { readonly kind: 'leave'; readonly person: string | undefined; readonly day: string }
  | { readonly kind: 'needs'; readonly role: ShiftRole }
  | { readonly kind: 'schedule' }
  | { readonly kind: 'fill'; readonly period: Period }
  | { readonly kind: 'calendar'; readonly person: string | undefined }

export function Asking({ ask, onClose }: { readonly ask: Ask; readonly onClose: () => void }) {
  switch (ask.kind) {
    case 'rotation':
      return <RotationDialog role={ask.role} onClose={onClose} />
    case 'plan':
      return <PlanDialog rotation={ask.rotation} onClose={onClose} />
    case 'name':
      return <NameDialog rotation={ask.rotation} onClose={onClose} />
    case 'override':
      return <OverrideDialog cell={ask.cell} onClose={onClose} />
    case 'take':
    case 'approve':
      return <SwapDialog swap={ask.swap} step={ask.kind} onClose={onClose} />
    case 'leave':
      return <LeaveDialog person={ask.person} day={ask.day} onClose={onClose} />
    case 'needs':
      return <NeedsDialog role={ask.role} onClose={onClose} />
    case 'schedule':
      return <ScheduleDialog onClose={onClose} />
    case 'fill':
      return <FillDialog period={ask.period} onClose={onClose} />
    case 'calendar':
      return <CalendarDialog person={ask.person} onClose={onClose} />
  }
}
