import '@fontsource-variable/inter'
import './print.css'
import { type Pack, readPack } from '@domain/reporting/read-pack'
import { referenceText } from '@domain/sign-off/verify'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { request } from '../app/bridge'
import { PackPages } from './pack-pages'
import { pageStyle } from './page-style'

const font = '1em "Inter Variable"'

/** Lays the pack out, and tells main when it stands as it will be printed, or why it cannot. */
async function print(): Promise<void> {
  // Nearly every report needs these letters: they are fetched while the pack is taken and laid out.
  const usualLetters = document.fonts.load(font)
  const job = await request('print.takePack')
  if (!job) throw new Error('There is no report to print in this window.')
  const pack = readPack(job.pack)
  const root = document.getElementById('root')
  if (!root) throw new Error('The print page is damaged: it has no root.')
  document.title = titleOf(pack)
  document.adoptedStyleSheets = [pageStyle(pack, job.paper)]
  flushSync(() => createRoot(root).render(<PackPages pack={pack} />))
  // A hidden window lays nothing out of its own accord, and so would fetch no font before it prints.
  await Promise.all([usualLetters, document.fonts.load(font, `${document.title} ${root.textContent}`)])
}

/** A signed pack is known by its title as well as by its pages, whichever of them somebody alters. */
function titleOf(pack: Pack): string {
  const signed = pack.kind === 'exit' ? pack.signOff.signed : null
  const title = `${pack.engagement.name}: ${pack.kind} report, ${pack.asOfText}`
  return signed ? `${title}, ${referenceText(signed.reference)}` : title
}

async function report(problem: string | null): Promise<void> {
  await request('print.ready', { problem })
}

print().then(
  () => report(null),
  (error: unknown) => report(error instanceof Error ? error.message : String(error)),
)
