import type { SignOff } from '@domain/model/entities'
import { exitPack } from '@domain/reporting/make-exit-pack'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { ExitPages } from '../../../src/renderer/print/exit-pages'
import { hash } from '../../domain/reporting/hash'
import { day, engagement, goLive, hour, hypercare, type Told } from '../../domain/reporting/hypercare'

const asOf = goLive + 4 * day
const issue: Told = { at: hour, key: 'a', fields: { title: '<i>A</i>', status: 'new', severity: 1 } }

async function printed(told: readonly Told[], signature?: SignOff) {
  const replica = hypercare(told, { ...engagement, sponsor: 'Ulrike Sander' })
  const signing = signature && { reference: 'ref-1', signature }
  const { pack } = await exitPack(replica, { asOf, hash, signing })
  return renderToStaticMarkup(<ExitPages pack={pack} />)
}

describe('the printed exit pack', () => {
  test('has one heading of the first rank, skips none below it, and keeps markup as text', async () => {
    const markup = await printed([issue])
    const ranks = [...markup.matchAll(/<h([1-6])/g)].map(([, rank]) => Number(rank))
    expect(ranks.filter((rank) => rank === 1)).toHaveLength(1)
    ranks.slice(1).forEach((rank, place) => {
      expect(rank - (ranks[place] ?? 0)).toBeLessThanOrEqual(1)
    })
    expect(markup).toContain('&lt;i&gt;A&lt;/i&gt;')
  })

  test('has room for ink while nobody has signed', async () => {
    const markup = await printed([issue])
    expect(markup).toContain('Name (Ulrike Sander)')
    expect(markup).toContain('Not signed.')
  })

  test('shows a typed signature, and a drawn one with words for it', async () => {
    const signed = {
      decision: 'extend' as const,
      extendTo: '2026-12-11',
      name: 'Ulrike Sander',
      signedOn: '2026-11-06',
    }
    const typed = await printed([issue], { ...signed, typed: 'U. Sander', conditions: 'No <b>more</b>' })
    expect(typed).toContain('Hypercare extended to Fri 11 Dec 2026')
    expect(typed).toContain('U. Sander')
    expect(typed).toContain('No &lt;b&gt;more&lt;/b&gt;')
    expect(typed).toContain('Reference: sign-off ref-1')
    const drawn = await printed([issue], { ...signed, strokes: '[[[1,2],[30,40]],[[5,5]]]' })
    expect(drawn).toContain('aria-label="Drawn signature of Ulrike Sander"')
    expect(drawn).toContain('d="M1 2L30 40M5 5L6 5"')
  })
})
