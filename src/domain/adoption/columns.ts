import { headerWord } from '../importing/header-words'
import { ImportProblem } from '../importing/problem'
import type { Table } from '../importing/table'
import type { AdoptionFileKind } from '../model/adoption'

/** What a column of a file about use can say, by the headers that are met: labels, names in programs, other languages. */
const headers = {
  person: [
    'Username',
    'User Name',
    'User.Username',
    'UserId',
    'User ID',
    'User',
    'Login Name',
    'User Principal Name',
    'UPN',
    'E-Mail',
    'Email Address',
    'Benutzername',
    'Benutzer',
    "Nom d'utilisateur",
    'Utilisateur',
    'Nombre de usuario',
    'Usuario',
    'Nome utente',
  ],
  userId: ['UserId', 'User ID', 'Id', 'Benutzer-ID'],
  signedInAt: [
    'Login Time',
    'Login Date',
    'Login Date/Time',
    'Sign-in Time',
    'Date (UTC)',
    'TIMESTAMP_DERIVED',
    'Anmeldezeit',
    'Heure de connexion',
    'Hora de inicio de sesión',
  ],
  status: ['Status', 'Login Status', 'Anmeldestatus', 'Statut', 'Estado'],
  signInType: ['Login Type', 'Anmeldetyp', 'Type de connexion', 'Tipo de inicio de sesión'],
  apiType: ['API Type', 'API-Typ', "Type d'API", 'Tipo de API'],
  application: ['Application', 'Anwendung', 'Aplicación', 'App'],
  browser: ['Browser', 'Navigateur', 'Navegador'],
  name: ['Name', 'Full Name', 'Display Name', 'Vollständiger Name', 'Nom complet', 'Nombre completo'],
  department: ['Department', 'Abteilung', 'Département', 'Departamento', 'Division', 'Business Unit'],
  profile: ['Profile', 'Profile Name', 'Profile: Name', 'Profil', 'Perfil', 'User Type', 'License'],
  active: ['Active', 'IsActive', 'Is Active', 'Account Enabled', 'Aktiv', 'Actif', 'Activo', 'Attivo'],
  lastSignIn: [
    'Last Login',
    'Last Login Date',
    'Last Sign-in',
    'Last Activity',
    'Letzte Anmeldung',
    'Dernière connexion',
    'Último inicio de sesión',
  ],
  day: ['Date', 'Day', 'Datum', 'Tag', 'Jour', 'Fecha', 'Activity Date', 'Report Date'],
  group: ['Group', 'Team', 'Unit', 'Gruppe', 'Groupe', 'Grupo'],
  feature: ['Feature', 'Feature Name', 'Module', 'Funktion', 'Fonctionnalité', 'Función'],
  activeUsers: ['Active Users', 'Users', 'Active', 'DAU', 'Aktive Benutzer', 'Utilisateurs actifs'],
  events: ['Events', 'Event Count', 'Count', 'Ereignisse', 'Événements', 'Eventos'],
  licensedUsers: ['Licensed Users', 'Licences', 'Licenses', 'Seats', 'Lizenzen'],
} as const
export type UsageColumn = keyof typeof headers

const known = Object.entries(headers).map(
  ([name, words]) => [name as UsageColumn, words.map(headerWord)] as const,
)

/** Every header of these files, by `headerWord`. */
export const usageHeaders: ReadonlySet<string> = new Set(known.flatMap(([, words]) => words))

/** Where each column stands that the file has. */
export class UsageColumns {
  private readonly places = new Map<UsageColumn, number>()

  constructor(private readonly table: Table) {
    const words = table.headers.map(headerWord)
    for (const [column, names] of known) {
      const place = names.map((name) => words.indexOf(name)).find((found) => found >= 0)
      if (place !== undefined) this.places.set(column, place)
    }
  }

  has(column: UsageColumn): boolean {
    return this.places.has(column)
  }

  /** -1 where the file has no such column. */
  place(column: UsageColumn): number {
    return this.places.get(column) ?? -1
  }

  header(column: UsageColumn): string {
    return this.table.headers[this.place(column)] ?? ''
  }

  cell(cells: readonly string[], column: UsageColumn): string {
    return cells[this.place(column)] ?? ''
  }
}

/** @throws ImportProblem where the columns are those of none of these files. */
export function kindOfFile(name: string, table: Table, columns: UsageColumns): AdoptionFileKind {
  if (columns.has('person') && columns.has('signedInAt')) return 'sign-ins'
  if (columns.has('day') && (columns.has('person') || columns.has('activeUsers') || columns.has('events')))
    return 'usage'
  const isList = (['active', 'lastSignIn', 'profile', 'department'] as const).some((each) =>
    columns.has(each),
  )
  if (columns.has('person') && isList) return 'licences'
  throw new ImportProblem(
    'unknown-columns',
    `${name} has no columns of sign-ins (Username, Login Time), of licensed users (Username, Department, Active, Last Login) or of use (date, user or group, feature, active_users). It has: ${table.headers.slice(0, 20).join(', ')}. Nothing was stored.`,
    { file: name, headers: table.headers.slice(0, 50) },
  )
}
