import { firstPlace } from '../clocks/first-place'
import type { Value } from '../model/value'

/** Which value a group has, and which group a value; numbers alone do not tell. */
export interface GroupValues {
  /** Null for issues that have no value. */
  readonly valueOf: (group: number) => Value
  /** Undefined where no issue of the groups has the value. */
  readonly groupOf: (value: Value) => number | undefined
}

/** Issues with one value of a column together: their positions, and where the issues of each value begin. */
export class IssueGroups {
  /** @param starts where each group begins, in the order of their issues; none of them is empty */
  constructor(
    readonly positions: Uint32Array,
    private readonly starts: Uint32Array,
    private readonly values: GroupValues,
  ) {}

  valueOf(group: number): Value {
    return this.values.valueOf(group)
  }

  groupOf(value: Value): number | undefined {
    return this.values.groupOf(value)
  }

  get size(): number {
    return this.starts.length
  }

  /** Place of the first issue of the group in `positions`. */
  startOf(group: number): number {
    return this.starts[group] ?? this.positions.length
  }

  countOf(group: number): number {
    return this.startOf(group + 1) - this.startOf(group)
  }

  /** The group that the issue at a place of `positions` belongs to. */
  groupAt(place: number): number {
    return firstPlace(this.starts, (start) => start > place) - 1
  }
}

/** One line of the list: the head of a group, or the issue at a place among those found. */
export type ListLine =
  | { readonly kind: 'group'; readonly group: number }
  | { readonly kind: 'issue'; readonly place: number; readonly group: number | undefined }

/** Which groups show only their heads: those named, or all but those named. */
export interface Collapsed {
  readonly allBut: boolean
  readonly values: ReadonlySet<Value>
}

export const nothingCollapsed: Collapsed = { allBut: false, values: new Set() }

export const isCollapsed = ({ allBut, values }: Collapsed, value: Value): boolean =>
  values.has(value) !== allBut

/** The lines of the list as numbers: any line is found in a few steps, however many there are. */
export class ListLines {
  /** Line of each group's head, and after the last the number of all lines. */
  private readonly heads: Uint32Array

  constructor(
    readonly positions: Uint32Array,
    readonly groups?: IssueGroups,
    private readonly collapsed: Collapsed = nothingCollapsed,
  ) {
    this.heads = groups ? headsOf(groups, collapsed) : new Uint32Array(0)
  }

  get length(): number {
    return this.groups ? (this.heads[this.groups.size] ?? 0) : this.positions.length
  }

  isCollapsed(group: number): boolean {
    return this.groups !== undefined && isCollapsed(this.collapsed, this.groups.valueOf(group))
  }

  at(line: number): ListLine | undefined {
    if (line < 0 || line >= this.length) return undefined
    if (!this.groups) return { kind: 'issue', place: line, group: undefined }
    const group = firstPlace(this.heads, (head) => head > line) - 1
    const head = this.headOf(group)
    if (line === head) return { kind: 'group', group }
    return { kind: 'issue', place: this.groups.startOf(group) + line - head - 1, group }
  }

  headOf(group: number): number {
    return this.heads[group] ?? -1
  }

  /** The line of an issue by its position; that of its group's head where the group is collapsed; -1 when not found. */
  lineOf(position: number): number {
    const place = this.positions.indexOf(position)
    if (place < 0 || !this.groups) return place
    const group = this.groups.groupAt(place)
    return this.headOf(group) + (this.isCollapsed(group) ? 0 : 1 + place - this.groups.startOf(group))
  }

  /** The line of the head of the group with this value; -1 when there is none. */
  lineOfGroup(value: Value): number {
    const group = this.groups?.groupOf(value)
    return group === undefined ? -1 : this.headOf(group)
  }
}

/** There may be as many groups as issues, so that only those named are asked for by value. */
function headsOf(groups: IssueGroups, { allBut, values }: Collapsed): Uint32Array {
  const isOtherwise = new Uint8Array(groups.size)
  for (const value of values) {
    const group = groups.groupOf(value)
    if (group !== undefined) isOtherwise[group] = 1
  }
  const collapsed = allBut ? 0 : 1
  const heads = new Uint32Array(groups.size + 1)
  let line = 0
  for (let group = 0; group < groups.size; group++) {
    heads[group] = line
    line += 1 + (isOtherwise[group] === collapsed ? 0 : groups.countOf(group))
  }
  heads[groups.size] = line
  return heads
}
