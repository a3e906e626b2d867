import { dump } from '@domain/merge/dump'
import { exitPack } from '@domain/reporting/make-exit-pack'
import { nothing, type Withholding, withholdingOf } from '@domain/reporting/withholding'
import { isChanged } from '@domain/sign-off/changes'
import { keepSignOff, type SigningText, signatureOf, signingProblems } from '@domain/sign-off/commands'
import { standingSignOff } from '@domain/sign-off/standing'
import { changesSince } from '@domain/sign-off/tell-again'
import { verify } from '@domain/sign-off/verify'
import { describe, expect, test } from 'vitest'
import { type Laptop, makeLaptop } from '../../support/laptop'
import { hash } from '../reporting/hash'
import { day, engagement, goLive, hour } from '../reporting/hypercare'

const friday = goLive + 4 * day
const text: SigningText = {
  decision: 'accept',
  name: 'Ulrike Sander',
  role: 'Sponsor',
  signedOn: '2026-11-06',
  extendTo: '',
  conditions: '',
  typed: 'U. Sander',
  strokes: [],
}

/** A laptop that holds two issues, one of them open. */
function laptopWithIssues(): Laptop {
  const laptop = makeLaptop('lead', goLive)
  laptop.write({ entity: 'engagement', key: 'engagement', fields: engagement })
  for (const key of ['a', 'b']) {
    laptop.now += hour
    laptop.write({ entity: 'issue', key, fields: { title: key, status: 'new', severity: 2 } })
  }
  laptop.write({ entity: 'issue', key: 'b', fields: { status: 'resolved', rescue: 'steady-state-alone' } })
  laptop.now = friday
  return laptop
}

async function sign(
  laptop: Laptop,
  key: string,
  changed: Partial<SigningText> = {},
  withhold: Withholding = nothing,
) {
  const asOf = laptop.now
  const signature = signatureOf({ ...text, ...changed })
  const sealed = await exitPack(laptop.replica, {
    asOf,
    withhold,
    hash,
    signing: { reference: key, signature },
  })
  const { intents } = keepSignOff({
    key,
    signature,
    sealed,
    asOf,
    withholding: withhold,
    pdf: { name: 'signed.pdf', sha256: await hash(`the file of ${key}`), size: 3 },
    by: 'Lead',
    now: asOf,
  })
  laptop.write(intents)
  return sealed
}

const standing = (laptop: Laptop, at = laptop.now) =>
  standingSignOff(laptop.replica.rows('signOff').values(), at)
async function changes(laptop: Laptop) {
  const latest = standing(laptop)?.latest
  return latest && changesSince(laptop.replica, latest, laptop.now, hash)
}

describe('a sign-off', () => {
  test('stands from when it was given, and nothing has changed as long as nobody writes anything', async () => {
    const laptop = laptopWithIssues()
    expect(standing(laptop)).toBeUndefined()
    await sign(laptop, 's1')
    expect(standing(laptop, friday - 1)).toBeUndefined()
    expect(standing(laptop)).toMatchObject({ accepted: true, latest: { key: 's1' }, earlier: [] })
    laptop.now += 9 * day
    expect(await changes(laptop)).toEqual({
      figures: [],
      criteria: [],
      issuesDiffer: false,
      later: { issues: 0, figures: [], criteria: [] },
    })
  })

  test('keeps what was withheld from those who read it, and tells the same again', async () => {
    const laptop = laptopWithIssues()
    const withhold = { names: false, units: true, fields: ['component', 'title'] }
    const sealed = await sign(laptop, 's1', {}, withhold)
    expect(sealed.pack.issues.lines[0]?.title).toBe('[withheld]')
    const latest = standing(laptop)?.latest
    expect(latest && withholdingOf(latest.values)).toEqual(withhold)
    expect(await changes(laptop)).toMatchObject({ figures: [], criteria: [], issuesDiffer: false })
  })

  test('tells what was written after it, with the figures before and after', async () => {
    const laptop = laptopWithIssues()
    await sign(laptop, 's1')
    laptop.now += hour
    laptop.write({ entity: 'issue', key: 'b', fields: { status: 'in-progress' } })
    const found = await changes(laptop)
    expect(found).toMatchObject({ figures: [], issuesDiffer: false, later: { issues: 1 } })
    expect(found?.later.figures).toContainEqual({ label: 'Open issues', signed: '1', now: '2' })
    expect(found && isChanged(found)).toBe(true)
  })

  test('tells what was written after it where no issue was: an acceptance of the handover taken back', async () => {
    const laptop = laptopWithIssues()
    const answer = (answer: string) =>
      laptop.write({
        entity: 'handoverItem',
        key: 'residual:a',
        fields: { kind: 'residual', title: 'a', issue: 'a', takenBy: 'Felix', answer },
      })
    answer('accepted')
    await sign(laptop, 's1')
    laptop.now += hour
    answer('declined')
    const found = await changes(laptop)
    expect(found).toMatchObject({ figures: [], criteria: [], later: { issues: 0 } })
    expect(found?.later.criteria.map(({ label }) => label)).toEqual(['Handover complete'])
    expect(found && isChanged(found)).toBe(true)
  })

  test('tells what somebody rewrote of the signed moment', async () => {
    const laptop = laptopWithIssues()
    await sign(laptop, 's1')
    laptop.now += hour
    laptop.write({ entity: 'issue', key: 'b', fields: { rescue: 'project-team' } })
    const found = await changes(laptop)
    expect(found?.issuesDiffer).toBe(true)
    expect(found?.figures).toContainEqual(expect.objectContaining({ signed: '100%', now: '0%' }))
  })

  test('keeps the earlier ones when it is signed again; an extension takes back an acceptance', async () => {
    const laptop = laptopWithIssues()
    await sign(laptop, 's1')
    laptop.now += hour
    const again = await sign(laptop, 's2', { decision: 'extend', extendTo: '2026-12-11' })
    expect(standing(laptop)).toMatchObject({
      accepted: false,
      latest: { key: 's2' },
      earlier: [{ key: 's1' }],
    })
    expect(again.pack.signOff.earlier).toMatchObject([{ reference: 's1', decision: 'Accepted' }])
    expect(again.pack.signOff.signed?.decision).toBe('Hypercare extended to Fri 11 Dec 2026')
    const rows = () => laptop.replica.rows('signOff').values()
    const first = await hash('the file of s1')
    expect(verify({ sha256: first, references: ['s1'] }, rows())).toMatchObject({
      verdict: 'genuine',
      signOff: { key: 's1' },
      supersededBy: { key: 's2' },
    })
    expect(verify({ sha256: 'f'.repeat(64), references: ['s1'] }, rows()).verdict).toBe('altered')
    expect(verify({ sha256: 'f'.repeat(64), references: ['else'] }, rows()).verdict).toBe('not-known')
  })

  test('on one laptop while another edits: both hold everything, and it shows as changed after sign-off', async () => {
    const lead = laptopWithIssues()
    const other = makeLaptop('other', friday - hour)
    other.receive(lead.operations)
    other.write({ entity: 'issue', key: 'a', fields: { severity: 1 } })
    await sign(lead, 's1')
    const signedHere = [...lead.operations]
    lead.receive(other.operations)
    other.now = friday
    other.receive(signedHere)
    expect(dump(other.replica)).toEqual(dump(lead.replica))
    const found = await changes(lead)
    expect(found?.figures).toContainEqual({ label: 'Open severity 1', signed: '0', now: '1' })
    const [criterion] = found?.criteria.filter(({ label }) => label.startsWith('No open severity 1')) ?? []
    expect(criterion?.signed).toMatch(/^Met: /)
    expect(criterion?.now).toMatch(/^Not met: /)
    expect(await changes(other)).toEqual(found)
    expect(standing(other)).toMatchObject({ accepted: true, latest: { key: 's1' } })
  })

  test('of which only a part has arrived is none yet', () => {
    const laptop = laptopWithIssues()
    laptop.write({ entity: 'signOff', key: 's1', fields: { signedAt: friday, decision: 'accept' } })
    expect(standing(laptop)).toBeUndefined()
  })
})

describe('signing', () => {
  const problems = (changed: Partial<SigningText>) => signingProblems({ ...text, ...changed }, '2026-11-06')

  test('asks for what is missing, field by field', () => {
    expect(problems({})).toEqual({})
    expect(Object.keys(problems({ name: ' ', typed: '', signedOn: '' }))).toEqual([
      'name',
      'signedOn',
      'signature',
    ])
    expect(problems({ signedOn: '2026-11-07' })).toHaveProperty('signedOn')
    expect(problems({ decision: 'extend' })).toHaveProperty('extendTo')
    expect(problems({ decision: 'extend', extendTo: '2026-11-01' })).toHaveProperty('extendTo')
    expect(problems({ decision: 'accept-with-conditions' })).toHaveProperty('conditions')
    expect(problems({ typed: '', strokes: [[[1, 1]]] })).toEqual({})
  })

  test('keeps no condition of somebody who has none, and one kind of signature', () => {
    expect(signatureOf({ ...text, conditions: 'left over', extendTo: '2026-12-01' })).toMatchObject({
      conditions: null,
      extendTo: null,
      typed: 'U. Sander',
      strokes: null,
    })
  })
})
