/** Why a sign-in is not that of a person who is at work in the system. */
export type LeftOut = 'failed' | 'api' | 'integration'

export interface SignIn {
  readonly person: string
  /** Empty where the file has no such column. */
  readonly status: string
  readonly signInType: string
  readonly apiType: string
  readonly application: string
  readonly browser: string
}

const succeeded =
  /^\s*(?:success(?:ful)?|succeeded|ok|erfolg(?:reich)?|succès|réussie?|exitoso|correcto|riuscito|0|true)\s*\.?$/iu
const noApi = /^\s*(?:n\/?a|none|null|-|–|—|unknown|nicht zutreffend)?\s*$/iu
const apiTypes =
  /\bapi\b|\bsoap\b|\brest\b|\bbulk\b|partner product|\bapex\b|jwt|oauth client credentials|client-credentials/iu
/** Signing in for a program: the phone's own one is used by people, others move data. */
const delegated = /^\s*(?:remote access|oauth|connected app)/iu
const usedByPeople =
  /browser|salesforce (?:for|mobile)|mobile|ios|android|outlook|chatter desktop|teams|slack/iu
const programs =
  /data ?loader|workbench|mulesoft|boomi|informatica|talend|jitterbit|python|java(?!script)|curl|postman|sfdx|dataloader/iu
const integrationName =
  /(?:^|[._\-+])(?:integrations?|api|svc|etl|mulesoft|boomi|informatica|talend|autoproc|automatedprocess|dataloader|bot)(?=$|[._\-+\d])/u
const integrationProfile = /integration|api only|automated process|system account|service account|\bbot\b/iu

/** Undefined for a person who got in. */
export function leftOutFor(signIn: SignIn): LeftOut | undefined {
  const { person, status, signInType, apiType, application, browser } = signIn
  if (status.trim() !== '' && !succeeded.test(status)) return 'failed'
  if (!noApi.test(apiType) || apiTypes.test(signInType)) return 'api'
  if (isIntegrationName(person) || programs.test(application) || programs.test(browser)) return 'integration'
  if (delegated.test(signInType) && !usedByPeople.test(`${application} ${browser}`)) return 'integration'
  return undefined
}

/** Whether a user's name says that a program works under it. */
export function isIntegrationName(person: string): boolean {
  return integrationName.test(person.split('@', 1)[0] ?? '')
}

export function isIntegration(person: string, profile: string): boolean {
  return isIntegrationName(person) || integrationProfile.test(profile)
}
