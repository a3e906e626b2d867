import { expect, test } from 'vitest'
import { overlayBitmap, overlaySize } from '../../../src/main/tray/overlay'
import { trayMenu } from '../../../src/main/tray/tray-menu'

const nothing = () => undefined

test('the menu opens the app, leads to what is burning, and quits', () => {
  const gone: string[] = []
  const burning = [{ label: 'R&D-1: Resolve was due', route: '/issues/a' }]
  const menu = trayMenu(burning, { open: nothing, go: (route) => gone.push(route), quit: nothing })
  expect(menu.map(({ label }) => label)).toEqual([
    'Open Hypercare War Room',
    undefined,
    'R&&D-1: Resolve was due',
    undefined,
    'Quit',
  ])
  const goTo = menu[2]?.click as (() => void) | undefined
  goTo?.()
  expect(gone).toEqual(['/issues/a'])
})

test('the menu says so when nothing is burning', () => {
  const menu = trayMenu([], { open: nothing, go: nothing, quit: nothing })
  expect(menu[2]).toMatchObject({ label: 'Nothing is burning', enabled: false })
})

test('the overlay is a dot: opaque in the middle, nothing in the corners', () => {
  const bytes = overlayBitmap()
  expect(bytes).toHaveLength(overlaySize * overlaySize * 4)
  const alpha = (x: number, y: number) => bytes[(y * overlaySize + x) * 4 + 3]
  expect([alpha(8, 8), alpha(0, 0), alpha(15, 15)]).toEqual([255, 0, 0])
})
