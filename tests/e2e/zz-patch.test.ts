import { test } from '@playwright/test'
import { longestTask, watchPaints } from '../../bench/runner/paint-watch'
import { launchApp, runHeadless, freshProfile } from '../support/launch'

test('measure', async () => {
  test.setTimeout(400_000)
  const profile = freshProfile()
  await runHeadless(['demo', '--profile', profile, '--issues', process.env.N ?? '5000'])
  const { page, close } = await launchApp({ profile })
  await page.getByText('Today').first().waitFor()
  await watchPaints(page)
  const told: Record<string, number> = {}
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Profiler.enable')
  await cdp.send('Profiler.setSamplingInterval', { interval: 500 })
  if (process.env.PROF) await cdp.send('Profiler.start')
  const stretches = (profile: any) => {
    const byId = new Map(profile.nodes.map((n: any) => [n.id, n]))
    const parent = new Map()
    for (const n of profile.nodes) for (const c of n.children ?? []) parent.set(c, n.id)
    let t = profile.startTime
    const out: any[] = []
    let cur: any
    profile.samples.forEach((id: number, i: number) => {
      t += profile.timeDeltas[i]
      const name = (byId.get(id) as any).callFrame.functionName
      if (name === '(idle)' || name === '(program)') { if (cur && cur.to - cur.from > 40000) out.push(cur); if (name === '(idle)') cur = undefined; return }
      if (!cur) cur = { from: t, to: t, incl: new Map() }
      cur.to = t
      const seen = new Set()
      for (let n: any = id; n !== undefined; n = parent.get(n)) { const f = (byId.get(n) as any).callFrame; const k = f.functionName + ':' + f.lineNumber; if (!seen.has(k)) { seen.add(k); cur.incl.set(k, (cur.incl.get(k) ?? 0) + profile.timeDeltas[i + 1]) } }
    })
    return [...new Set(out)].map((c) => ({ ms: (c.to - c.from) / 1000, top: [...c.incl].sort((a: any, b: any) => b[1] - a[1]).slice(0, 45).map(([k, v]: any) => k + ' ' + (v / 1000).toFixed(0)).join(' | ') }))
  }
  const lap = async (name: string) => {
    await page.waitForTimeout(1500)
    if (process.env.PROF) {
      const { profile } = await cdp.send('Profiler.stop')
      for (const s of stretches(profile)) if (s.ms > 50) console.log(name, s.ms.toFixed(0), s.top, '\n')
      await cdp.send('Profiler.start')
    }
    told[name] = await longestTask(page)
    await page.evaluate(() => { window.benchWatch.longestTask = 0 })
  }
  if (process.env.WHAT === 'training') {
    await page.keyboard.press('g'); await page.keyboard.press('n')
    await page.waitForTimeout(8000)
    await page.screenshot({ path: '/tmp/rh/training.png' })
    await lap('open')
    await page.keyboard.press('Enter'); await page.waitForTimeout(500)
    await page.keyboard.press('Escape')
    console.log(JSON.stringify(told)); await close(); return
  }
  // all issues to fix ready, in bulk
  await page.keyboard.press('g'); await page.keyboard.press('i')
  await page.waitForTimeout(3000)
  await page.getByRole('grid', { name: 'Issues' }).focus()
  await page.keyboard.press('Control+a')
  const bar = page.getByRole('region', { name: 'Picked issues' })
  await bar.getByRole('button', { name: 'Status' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('To', { exact: true }).selectOption('fix-ready')
  const change = dialog.getByRole('button', { name: /^Change [1-9]/ })
  await change.click()
  await dialog.waitFor({ state: 'detached' })
  await lap('made ready')
  await page.keyboard.press('Escape')
  await page.keyboard.press('g'); await page.keyboard.press('p')
  await page.waitForTimeout(2500)
  await page.screenshot({ path: '/tmp/rh/patches.png' })
  await lap('screen')
  // pick all candidates and put
  await page.keyboard.press('j')
  await page.keyboard.press('Control+a')
  await page.waitForTimeout(500)
  await lap('pick')
  await page.screenshot({ path: '/tmp/rh/picked.png' })
  await page.keyboard.press('m')
  await dialog.waitFor()
  await page.screenshot({ path: '/tmp/rh/put.png' })
  await lap('put asked')
  await page.keyboard.press('9')
  await dialog.waitFor({ state: 'detached' })
  await lap('put written')
  await page.waitForTimeout(1000)
  await page.screenshot({ path: '/tmp/rh/put-done.png' })
  // choose the patch
  for (let i = 0; i < 12; i++) {
    if ((await page.getByRole('heading', { name: 'Patch 13' }).count()) > 0) break
    await page.keyboard.press(']')
    await page.waitForTimeout(300)
  }
  await page.screenshot({ path: '/tmp/rh/chosen.png' })
  await lap('chosen')
  await page.keyboard.press('s')
  await dialog.waitFor()
  await lap('ship asked')
  await page.screenshot({ path: '/tmp/rh/ship.png' })
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached', timeout: 60_000 })
  await lap('ship written')
  await page.screenshot({ path: '/tmp/rh/shipped.png' })
  await page.keyboard.press('Control+z')
  await page.getByText(/^Undone: /).waitFor()
  await lap('undone')
  console.log(JSON.stringify(told))
  await close()
})
