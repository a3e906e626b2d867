import { draftReleaseNotes } from '@domain/patches/release-notes'
import { ridersOf } from '@domain/patches/riders'
import { finish } from '@domain/triage/sliced-sort'
import { describe, expect, it } from 'vitest'
import { laptopWith, patch, step } from './patching'

const draft = (laptop: ReturnType<typeof laptopWith>) =>
  draftReleaseNotes(
    patch(laptop),
    finish(ridersOf('p', laptop.replica.rows('issue').values())),
    'Europe/Berlin',
  )

describe('release notes', () => {
  it('are drafted from the issues of the patch, by component', () => {
    const laptop = laptopWith({
      a: {
        title: 'Total is wrong',
        fixNote: 'Rounded once',
        component: 'Billing',
        patch: 'p',
        status: 'fix-ready',
      },
      b: { title: 'Which button?', patch: 'p', status: 'fix-ready' },
      c: { title: 'Address', component: 'Accounts', patch: 'p', status: 'fix-ready' },
      d: { title: 'Not on it', component: 'Accounts', status: 'fix-ready' },
    })
    laptop.write({ entity: 'patch', key: 'p', fields: { opensAt: Date.UTC(2026, 2, 5, 19) } })
    expect(draft(laptop)).toBe(
      [
        '# Patch 1',
        'Planned for Thu 5 Mar 2026, 20:00 (Europe/Berlin (UTC+01:00)).',
        '## Accounts',
        '- **C** Address.',
        '## Billing',
        '- **A** Total is wrong. Rounded once.',
        '## Other',
        '- **B** Which button?',
      ]
        .join('\n\n')
        .concat('\n'),
    )
    step(laptop, 'ship')
    expect(draft(laptop)).toContain('Live since Mon 2 Mar 2026, 09:00')
    step(laptop, 'roll-back', 'Slow')
    expect(draft(laptop)).toContain('Rolled back: none of this is live.')
  })

  it('say of an empty patch that nothing is on it', () => {
    expect(draft(laptopWith({}))).toContain('Nothing is on this patch yet.')
  })

  it('hold what people typed as text, never as markup', () => {
    const laptop = laptopWith({
      a: {
        title: '<img src=x> [click](javascript:x)\n# Heading\n- item `code`',
        fixNote: '![x](y)\n\n---',
        component: '## *Billing*',
        patch: 'p',
        status: 'fix-ready',
      },
    })
    const text = draft(laptop)
    expect(text).toContain('## \\#\\# \\*Billing\\*')
    expect(text).toContain('\\<img src=x\\> \\[click\\](javascript:x) \\# Heading - item \\`code\\`.')
    expect(text.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(1)
  })
})
