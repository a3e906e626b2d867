import { describe, expect, it } from 'vitest'
import { CommandLineProblem, readCommandLine } from '../../src/main/command-line'

const read = (...args: string[]) => readCommandLine(args, '/home/ada')

describe('the command line', () => {
  it('opens a window with a profile, a clock that stands still, and files', () => {
    expect(
      read('.', '--no-sandbox', '--profile=work', '--now=2026-03-02T08:00:00Z', 'exports/night.csv'),
    ).toEqual({
      profile: '/home/ada/work',
      fixedNow: Date.UTC(2026, 2, 2, 8),
      files: ['/home/ada/exports/night.csv'],
      headless: undefined,
    })
  })

  it('opens files that the system names by their addresses', () => {
    const files = ['file:///home/ada/All%20of%20it.warroom', 'file://elsewhere/x.warroom']
    expect(read('.', ...files).files).toEqual(['/home/ada/All of it.warroom', 'file://elsewhere/x.warroom'])
  })

  it('reads a headless command with its options, wherever Chromium’s switches stand', () => {
    expect(
      read(
        '.',
        '--no-sandbox',
        'headless',
        'bundle',
        'export',
        '--profile',
        'p',
        '--out=a.csv',
        '--dry-run',
        '--as-of',
        '2026-03-02',
      ),
    ).toEqual({
      profile: '/home/ada/p',
      fixedNow: undefined,
      files: [],
      headless: {
        command: 'bundle export',
        options: { out: 'a.csv', 'dry-run': true, 'as-of': '2026-03-02' },
      },
    })
  })

  it('takes a value that looks like JSON or holds an equals sign as it is', () => {
    const { headless } = read('headless', 'edit', '--set', '{"title":"a=b"}')
    expect(headless?.options).toEqual({ set: '{"title":"a=b"}' })
  })

  it('says what is wrong', () => {
    expect(() => read('headless', 'import', '--file', 'a.csv', '--dry-rum')).toThrow(
      /There is no option --dry-rum.*--dry-run/,
    )
    expect(() => read('headless', 'import', '--fiel=a.csv')).toThrow(/There is no option --fiel/)
    expect(read('headless', 'dump', '--no-sandbox', '--as-of', 'x').headless?.options).toEqual({
      'as-of': 'x',
    })
    expect(read('headless', 'dump', '--as-of', '--redact').headless?.options).toEqual({
      'as-of': true,
      redact: true,
    })
    expect(() => read('headless')).toThrow(CommandLineProblem)
    expect(() => read('headless', 'dump', '--now', 'yesterday')).toThrow(/--now takes an instant/)
  })
})
