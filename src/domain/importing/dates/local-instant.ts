import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../../model/value'

const day = 24 * 60 * 60_000

/**
 * Places wall times in a zone; in the gap and the overlap of a clock change like Temporal's `compatible`. The
 * offset is looked up once per day, and per moment only on days whose offset changes.
 */
export class LocalTime {
  private readonly offsets = new Map<number, number>()

  constructor(private readonly zone: string) {}

  /** `wall` is the local date and time, in milliseconds as if it were UTC. */
  instantOf(wall: number): Instant {
    const start = Math.floor(wall / day) * day
    const offset = this.offsetAt(start)
    return wall - (offset === this.offsetAt(start + day) ? offset : this.lookUp(wall))
  }

  private offsetAt(dayStart: number): number {
    let offset = this.offsets.get(dayStart)
    if (offset === undefined) {
      offset = this.lookUp(dayStart)
      this.offsets.set(dayStart, offset)
    }
    return offset
  }

  private lookUp(wall: number): number {
    const local = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime()
    return wall - local.toZonedDateTime(this.zone, { disambiguation: 'compatible' }).epochMilliseconds
  }
}
