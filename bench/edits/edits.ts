import { Random } from '@domain/demo/random'
import type { Value } from '@domain/model/value'

/** What somebody changed of one row: the same for us and for every peer. */
export interface Edit {
  readonly writer: Writer
  readonly row: number
  readonly isNew: boolean
  readonly fields: Readonly<Record<string, Value>>
}

export const writers = [0, 1, 2] as const
export type Writer = (typeof writers)[number]

/** When the first edit was made. */
export const startedAt = Date.parse('2026-11-01T08:00:00Z')

const editsPerRow = 10
const editsPerRound = 600
/** Of a hundred edits so many change what another writer is changing, too, before either knows: conflicts. */
const blindPercent = 2

/**
 * Issues are written down, then edited a field at a time, by three writers in turn. They exchange what they wrote
 * at the end of each round: in a round, each knows all rounds before it and what it has written itself since.
 */
export function* editsInRounds(count: number): Generator<readonly Edit[]> {
  const random = new Random(1)
  const mostRows = Math.ceil(count / editsPerRow)
  let rows = 0
  for (let made = 0; made < count; ) {
    const size = Math.min(editsPerRound, count - made)
    const known = rows
    const round: Edit[] = []
    const touchedBy = new Map<number, Writer>()
    for (let place = 0; place < size; place++, made++) {
      const writer = writers[place % writers.length] as Writer
      const edit = nextEdit(writer, round)
      round.push(edit)
      if (!touchedBy.has(edit.row)) touchedBy.set(edit.row, writer)
    }
    yield round

    function nextEdit(writer: Writer, round: readonly Edit[]): Edit {
      if (known === 0 || (rows < mostRows && random.chance(1 / editsPerRow)))
        return { writer, row: rows, isNew: true, fields: newIssue(rows++) }
      const rivals = random.chance(blindPercent / 100)
        ? round.filter((other) => other.writer !== writer && !other.isNew)
        : []
      const [rival] = rivals.length > 0 ? [random.pick(rivals)] : []
      const field = rival ? Object.keys(rival.fields)[0] : random.pick(editedFields)
      const row = rival ? rival.row : rowOfNobodyElse(writer)
      return { writer, row, isNew: false, fields: { [field as string]: newValue(random, field, made) } }
    }

    function rowOfNobodyElse(writer: Writer): number {
      for (;;) {
        const row = random.between(0, known - 1)
        if ((touchedBy.get(row) ?? writer) === writer || known < editsPerRound) return row
      }
    }
  }
}

const editedFields = ['severity', 'status', 'owner', 'workaround'] as const

function newValue(random: Random, field: string | undefined, made: number): Value {
  switch (field) {
    case 'severity':
      return random.between(1, 3)
    case 'status':
      return random.chance(0.5) ? 'in-progress' : 'triaged'
    case 'owner':
      return `person-${random.between(1, 40)}`
    default:
      return `Try again after ${made}`
  }
}

function newIssue(row: number): Edit['fields'] {
  return {
    title: `Issue ${row}`,
    shortKey: `HC-${row}`,
    description: `What happened in ${row}`,
    severity: 3,
    reportedSeverity: 3,
    status: 'new',
    component: `Component ${row % 20}`,
    team: 'project',
    reporter: `Person ${row % 200}`,
    raisedAt: startedAt + row,
  }
}

export const keyOf = (row: number) => `jira:HC-${row}`
