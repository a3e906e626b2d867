import { instantAtWall, wallTime } from '@domain/time/wall'
import { describe, expect, it } from 'vitest'

const at = (text: string) => Date.parse(text)

describe('the clock on the wall', () => {
  it('shows the time of the zone, to the minute', () => {
    expect(wallTime(at('2026-11-23T08:00:30Z'), 'Europe/Berlin')).toBe('2026-11-23T09:00')
  })

  it('comes back to the same instant', () => {
    const instant = at('2026-07-01T22:15:00Z')
    expect(instantAtWall(wallTime(instant, 'America/St_Johns'), 'America/St_Johns')).toBe(instant)
  })

  it('takes the later side of an hour that the clocks skip', () => {
    expect(instantAtWall('2026-03-29T02:30', 'Europe/Berlin')).toBe(at('2026-03-29T01:30:00Z'))
  })

  it('takes the first of an hour that comes twice', () => {
    expect(instantAtWall('2026-10-25T02:30', 'Europe/Berlin')).toBe(at('2026-10-25T00:30:00Z'))
  })

  it('knows no instant for what is no time', () => {
    expect(instantAtWall('', 'Europe/Berlin')).toBeUndefined()
    expect(instantAtWall('2026-13-40T09:00', 'Europe/Berlin')).toBeUndefined()
  })
})
