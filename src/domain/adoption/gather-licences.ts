import type { Cells, Gathering, Problem } from './gathering'
import type { LicenceState, LicensedPerson } from './lines'
import { longestName } from './longest-name'
import { personId, plainWords } from './person-id'
import { isIntegration, type LeftOut } from './who-signed-in'

const yes =
  /^(?:true|1|yes|y|x|active|enabled|checked|ja|aktiv|wahr|oui|actif|vrai|sí|si|activo|verdadero|attivo|vero)$/iu
const no =
  /^(?:false|0|no|n|inactive|disabled|unchecked|frozen|deactivated|nein|inaktiv|falsch|non|inactif|faux|inactivo|falso|inattivo)$/iu

/** Who could be active. Users of integrations are remembered as such, so that their sign-ins are left out too. */
export class LicenceGathering implements Gathering {
  private readonly people = new Map<string, LicensedPerson>()

  add(cells: Cells): Problem | LeftOut | undefined {
    const { text, header } = cells
    const name = text('person')
    if (name === '') return { column: header('person'), reason: 'it names nobody' }
    if (name.length > longestName)
      return { column: header('person'), reason: `its name is longer than ${longestName} characters` }
    const active = activeOf(cells)
    if (active === undefined)
      return { column: header('active'), reason: `“${text('active').slice(0, 80)}” is neither yes nor no` }
    const { day } = cells
    if (cells.hasDay && 'reason' in day) return day
    const person = personId(name)
    const alias = personId(text('userId').slice(0, longestName))
    const state: LicenceState = isIntegration(person, text('profile'))
      ? 'integration'
      : active
        ? 'active'
        : 'inactive'
    const before = this.people.get(person)
    const line: LicensedPerson = {
      person,
      alias: alias === person ? '' : alias,
      name: short(text('name')),
      department: short(text('department') || text('group')),
      state,
      lastSeen: 'day' in day ? day.day : '',
    }
    if (before && !isSame(before, line))
      return {
        column: header('person'),
        reason: 'the list has the same user in another row with other words',
      }
    this.people.set(person, line)
    return state === 'integration' && !before ? 'integration' : undefined
  }

  result() {
    return { people: new Map(), totals: new Map(), licences: [...this.people.values()] }
  }
}

const short = (text: string) => plainWords(text).slice(0, longestName)

/** A list without such a column is one of those who may sign in. */
function activeOf({ text }: Cells): boolean | undefined {
  const word = text('active') || text('status')
  if (word === '' || yes.test(word)) return true
  return no.test(word) ? false : undefined
}

const isSame = (a: LicensedPerson, b: LicensedPerson) =>
  a.alias === b.alias &&
  a.name === b.name &&
  a.department === b.department &&
  a.state === b.state &&
  a.lastSeen === b.lastSeen
