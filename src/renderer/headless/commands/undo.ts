import { type Command, inEngagement } from '../run'

export const undo: Command = (run) =>
  inEngagement(run, async (session) => ({ undone: (await session.undo())?.label ?? null }))

export const redo: Command = (run) =>
  inEngagement(run, async (session) => ({ redone: (await session.redo())?.label ?? null }))
