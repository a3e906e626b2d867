import type { Row } from '@domain/merge/row'
import type { Rotation, ShiftSwap } from '@domain/model/entities'
import type { ShiftRole } from '@domain/rotation/shift'
import { lazy } from 'react'
import type { Period } from './period'
import type { Cell } from './selection'

const load = {
  rotation: () => import('./rotation-dialog'),
  plan: () => import('./plan-dialog'),
  name: () => import('./name-dialog'),
  override: () => import('./override-dialog'),
  swap: () => import('./swap-dialog'),
  leave: () => import('./leave-dialog'),
  fill: () => import('./fill-dialog'),
  calendar: () => import('./calendar-dialog'),
  schedule: () => import('./schedule-dialog'),
  needs: () => import('./needs-dialog'),
}

const RotationDialog = lazy(load.rotation)
const PlanDialog = lazy(load.plan)
const NameDialog = lazy(load.name)
const OverrideDialog = lazy(load.override)
const SwapDialog = lazy(load.swap)
const LeaveDialog = lazy(load.leave)
const FillDialog = lazy(load.fill)
const CalendarDialog = lazy(load.calendar)
const ScheduleDialog = lazy(load.schedule)
const NeedsDialog = lazy(load.needs)

/** What asks, the commonest first. */
export const dialogs = [load.override, ...Object.values(load)]

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
