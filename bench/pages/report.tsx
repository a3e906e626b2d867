import '@fontsource-variable/inter'
import '../../src/renderer/print/print.css'
import { dailyPack } from '@domain/reporting/make-daily-pack'
import { readPack } from '@domain/reporting/read-pack'
import { renderToStaticMarkup } from 'react-dom/server'
import { request } from '../../src/renderer/app/bridge'
import { PackPages } from '../../src/renderer/print/pack-pages'
import { pageStyle } from '../../src/renderer/print/page-style'
import type { OpenEngagement } from '../../src/renderer/storage/open-engagement'
import { openWorkspace } from '../../src/renderer/storage/workspace'

const paper = 'a4'
let opened: { readonly session: OpenEngagement; readonly asOf: number } | undefined

/** Makes an engagement of so many issues and opens it; returns its daily pack as one finished HTML document. */
export async function prepareReport(issues: number): Promise<string> {
  const workspace = await openWorkspace()
  const id = await workspace.createDemo({ issues, seed: 1 })
  opened = { session: await workspace.open(id), asOf: workspace.now() }
  const pack = readPack(packText())
  const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')]
  const rules = [...pageStyle(pack, paper).cssRules].map(({ cssText }) => cssText)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><title>Daily report</title>
${sheets.map(({ href }) => `<link rel="stylesheet" href="${href}">`).join('\n')}
<style>${rules.join('\n')}</style>
</head>
<body><div id="root">${renderToStaticMarkup(<PackPages pack={pack} />)}</div></body>
</html>`
}

export interface Printed {
  readonly ms: number
  readonly bytes: number
}

/** From rows in memory to the PDF's bytes. */
export async function printOurs(): Promise<Printed> {
  const began = performance.now()
  const pdf = await request('report.print', { pack: packText(), paper })
  const ms = performance.now() - began
  return { ms, bytes: pdf.byteLength }
}

function packText(): string {
  if (!opened) throw new Error('Nothing is prepared yet.')
  return JSON.stringify(dailyPack(opened.session.replica, { asOf: opened.asOf }))
}
