/** How rows of adoption keep many people in one text: a line each, its cells apart by tabs. */

export interface Usage {
  readonly person: string
  /** Empty where only signing in is told. */
  readonly feature: string
  /** Empty where the file tells none. */
  readonly group: string
}

export interface Total {
  readonly active: number | null
  readonly events: number | null
  readonly licensed: number | null
}

export const licenceStates = ['active', 'inactive', 'integration'] as const
export type LicenceState = (typeof licenceStates)[number]

export interface LicensedPerson {
  readonly person: string
  /** Another name by which the same person may be known: a user's id beside their name. Empty for none. */
  readonly alias: string
  readonly name: string
  readonly department: string
  readonly state: LicenceState
  /** `2026-11-23`; empty for somebody who never signed in. */
  readonly lastSeen: string
}

/** Person, feature and group as one text, to count by. */
export const usageText = ({ person, feature, group }: Usage) => `${person}\t${feature}\t${group}`

export function usageOf(text: string): Usage {
  const [person = '', feature = '', group = ''] = text.split('\t')
  return { person, feature, group }
}

/** Sorted, so that the same people make the same text. */
export function peopleLines(uses: ReadonlyMap<string, number>): string[] {
  return [...uses].map(([use, events]) => `${events}\t${use}`.trimEnd()).sort()
}

export function readPeople(text: string): Map<string, number> {
  const uses = new Map<string, number>()
  for (const line of linesOf(text)) {
    const [events = '', person = '', feature = '', group = ''] = line.split('\t')
    if (person === '') continue
    const use = usageText({ person, feature, group })
    uses.set(use, Math.max(uses.get(use) ?? 0, numberOf(events) ?? 0))
  }
  return uses
}

/** @param totals by group and feature, as `placeText` writes them */
export function totalLines(totals: ReadonlyMap<string, Total>): string[] {
  return [...totals]
    .map(([place, { active, events, licensed }]) =>
      [place, active ?? '', events ?? '', licensed ?? ''].join('\t'),
    )
    .sort()
}

export const placeText = (group: string, feature: string) => `${group}\t${feature}`

export function readTotals(text: string): Map<string, Total> {
  const totals = new Map<string, Total>()
  for (const line of linesOf(text)) {
    const [group = '', feature = '', active = '', events = '', licensed = ''] = line.split('\t')
    totals.set(placeText(group, feature), {
      active: numberOf(active),
      events: numberOf(events),
      licensed: numberOf(licensed),
    })
  }
  return totals
}

export function licenceLines(people: readonly LicensedPerson[]): string[] {
  return people
    .map(({ person, alias, name, department, state, lastSeen }) =>
      [person, alias, name, department, state, lastSeen].join('\t'),
    )
    .sort()
}

export function readLicences(text: string): LicensedPerson[] {
  return linesOf(text).flatMap((line) => {
    const [person = '', alias = '', name = '', department = '', word = '', lastSeen = ''] = line.split('\t')
    const state = licenceStates.find((each) => each === word)
    return person === '' || !state ? [] : [{ person, alias, name, department, state, lastSeen }]
  })
}

const linesOf = (text: string) => (text === '' ? [] : text.split('\n'))

function numberOf(text: string): number | null {
  const number = Number(text)
  return text === '' || !Number.isFinite(number) || number < 0 ? null : number
}
