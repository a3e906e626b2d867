import * as z from 'zod/mini'
import { actionFields } from './action'
import {
  activePeopleFields,
  adoptionConcernFields,
  adoptionImportFields,
  licencePageFields,
  usageTotalsFields,
} from './adoption'
import { attachmentFields } from './attachment'
import { audienceFields, audienceSets } from './audience'
import { bulletinFields, bulletinLineFields, bulletinSendingFields, bulletinSendingSets } from './bulletin'
import { cadencePhaseFields } from './cadence-phase'
import { calendarExportFields, calendarExportSets } from './calendar-export'
import { commentFields, commentSets } from './comment'
import { coverNeedFields } from './cover-need'
import { decisionFields, decisionSets } from './decision'
import { effortFields } from './effort'
import { engagementFields, engagementSets } from './engagement'
import { exitCriterionFields, exitCriterionSets } from './exit-criterion'
import { surelyFits, surelyLongest } from './field'
import { allowedWords } from './field-words'
import { handoverItemFields } from './handover-item'
import { importMappingFields, importRunFields } from './import-run'
import { issueFields, issueSets } from './issue'
import { knowledgeSessionFields, knowledgeSessionSets } from './knowledge-session'
import { laptopFields } from './laptop'
import { leaveFields } from './leave'
import { patchFields } from './patch'
import { personFields } from './person'
import { reportAudienceFields, reportAudienceSets } from './report-audience'
import { retestFields } from './retest'
import { riskFields, riskSets } from './risk'
import { rotationFields, rotationPlanFields, rotationPlanSets } from './rotation'
import { savedReportFields } from './saved-report'
import { savedViewFields, savedViewSets } from './saved-view'
import { shiftNoteFields, shiftNoteSets } from './shift-note'
import { shiftOverrideFields } from './shift-override'
import { shiftSwapFields } from './shift-swap'
import { signOffFields, signOffSets } from './sign-off'
import { standupFields, standupSets } from './standup'
import { standupNoteFields } from './standup-note'
import { teamFields } from './team'
import { trainingActionFields, trainingActionSets } from './training-action'
import { triageSessionFields, triageSessionSets } from './triage-session'
import type { Fields, Value } from './value'

type FieldSchemas = Readonly<Record<string, z.ZodMiniType<Value>>>

/** Every entity of the product: its known fields, and the prefixes of its sets. To add one, add a line. */
export const entities = {
  engagement: { fields: engagementFields, sets: engagementSets },
  person: { fields: personFields, sets: {} },
  leave: { fields: leaveFields, sets: {} },
  rotation: { fields: rotationFields, sets: {} },
  rotationPlan: { fields: rotationPlanFields, sets: rotationPlanSets },
  shiftOverride: { fields: shiftOverrideFields, sets: {} },
  shiftSwap: { fields: shiftSwapFields, sets: {} },
  coverNeed: { fields: coverNeedFields, sets: {} },
  team: { fields: teamFields, sets: {} },
  cadencePhase: { fields: cadencePhaseFields, sets: {} },
  effort: { fields: effortFields, sets: {} },
  issue: { fields: issueFields, sets: issueSets },
  comment: { fields: commentFields, sets: commentSets },
  attachment: { fields: attachmentFields, sets: {} },
  patch: { fields: patchFields, sets: {} },
  retest: { fields: retestFields, sets: {} },
  decision: { fields: decisionFields, sets: decisionSets },
  risk: { fields: riskFields, sets: riskSets },
  signOff: { fields: signOffFields, sets: signOffSets },
  reportAudience: { fields: reportAudienceFields, sets: reportAudienceSets },
  triageSession: { fields: triageSessionFields, sets: triageSessionSets },
  shiftNote: { fields: shiftNoteFields, sets: shiftNoteSets },
  standup: { fields: standupFields, sets: standupSets },
  standupNote: { fields: standupNoteFields, sets: {} },
  action: { fields: actionFields, sets: {} },
  audience: { fields: audienceFields, sets: audienceSets },
  bulletin: { fields: bulletinFields, sets: {} },
  bulletinLine: { fields: bulletinLineFields, sets: {} },
  bulletinSending: { fields: bulletinSendingFields, sets: bulletinSendingSets },
  trainingAction: { fields: trainingActionFields, sets: trainingActionSets },
  activePeople: { fields: activePeopleFields, sets: {} },
  usageTotals: { fields: usageTotalsFields, sets: {} },
  licencePage: { fields: licencePageFields, sets: {} },
  adoptionImport: { fields: adoptionImportFields, sets: {} },
  adoptionConcern: { fields: adoptionConcernFields, sets: {} },
  handoverItem: { fields: handoverItemFields, sets: {} },
  knowledgeSession: { fields: knowledgeSessionFields, sets: knowledgeSessionSets },
  exitCriterion: { fields: exitCriterionFields, sets: exitCriterionSets },
  savedReport: { fields: savedReportFields, sets: {} },
  savedView: { fields: savedViewFields, sets: savedViewSets },
  calendarExport: { fields: calendarExportFields, sets: calendarExportSets },
  laptop: { fields: laptopFields, sets: {} },
  importRun: { fields: importRunFields, sets: {} },
  importMapping: { fields: importMappingFields, sets: {} },
} as const satisfies Record<string, { fields: FieldSchemas; sets: FieldSchemas }>

export type EntityName = keyof typeof entities

type FieldsOf<E extends EntityName> = {
  [F in keyof (typeof entities)[E]['fields']]?: (typeof entities)[E]['fields'][F] extends z.ZodMiniType<
    infer V
  >
    ? V
    : never
}
type SetsOf<E extends EntityName> = {
  [P in keyof (typeof entities)[E]['sets'] as P extends string ? `${P}${string}` : never]: Value
}

/** The values of a row of `E`. Every field may be missing: a merge can bring a row's fields one by one. */
export type ValuesOf<E extends EntityName> = FieldsOf<E> & SetsOf<E>

export type Issue = ValuesOf<'issue'>
export type Comment = ValuesOf<'comment'>
export type Attachment = ValuesOf<'attachment'>
export type Person = ValuesOf<'person'>
export type Laptop = ValuesOf<'laptop'>
export type Leave = ValuesOf<'leave'>
export type Rotation = ValuesOf<'rotation'>
export type RotationPlan = ValuesOf<'rotationPlan'>
export type ShiftOverride = ValuesOf<'shiftOverride'>
export type ShiftSwap = ValuesOf<'shiftSwap'>
export type CoverNeed = ValuesOf<'coverNeed'>
export type Team = ValuesOf<'team'>
export type Engagement = ValuesOf<'engagement'>
export type Risk = ValuesOf<'risk'>
export type Decision = ValuesOf<'decision'>
export type Patch = ValuesOf<'patch'>
export type Retest = ValuesOf<'retest'>
export type SignOff = ValuesOf<'signOff'>
export type ReportAudience = ValuesOf<'reportAudience'>
export type TriageSession = ValuesOf<'triageSession'>
export type ShiftNote = ValuesOf<'shiftNote'>
export type Standup = ValuesOf<'standup'>
export type StandupNote = ValuesOf<'standupNote'>
export type Action = ValuesOf<'action'>
export type Audience = ValuesOf<'audience'>
export type Bulletin = ValuesOf<'bulletin'>
export type BulletinLine = ValuesOf<'bulletinLine'>
export type BulletinSending = ValuesOf<'bulletinSending'>
export type TrainingAction = ValuesOf<'trainingAction'>
export type ActivePeople = ValuesOf<'activePeople'>
export type UsageTotals = ValuesOf<'usageTotals'>
export type LicencePage = ValuesOf<'licencePage'>
export type AdoptionImport = ValuesOf<'adoptionImport'>
export type AdoptionConcern = ValuesOf<'adoptionConcern'>
export type HandoverItem = ValuesOf<'handoverItem'>
export type KnowledgeSession = ValuesOf<'knowledgeSession'>
export type ExitCriterion = ValuesOf<'exitCriterion'>
export type SavedReport = ValuesOf<'savedReport'>
export type SavedView = ValuesOf<'savedView'>
export type Effort = ValuesOf<'effort'>
export type CadencePhase = ValuesOf<'cadencePhase'>
export type CalendarExport = ValuesOf<'calendarExport'>
export type ImportRun = ValuesOf<'importRun'>
export type ImportMapping = ValuesOf<'importMapping'>

const knownFields = new Map<string, FieldSchemas>(
  Object.entries(entities).map(([name, { fields }]) => [name, fields]),
)
const knownSets = new Map<string, readonly (readonly [string, z.ZodMiniType<Value>])[]>(
  Object.entries(entities).map(([name, { sets }]) => [name, Object.entries(sets)]),
)

export function isEntityName(name: string): name is EntityName {
  return knownFields.has(name)
}

/**
 * Why `value` cannot stand in `field` of `entity`, or undefined when it can.
 * Unknown entities and fields are always fine: a newer version wrote them and they are kept for it.
 */
export function fieldProblem(entity: string, field: string, value: Value): string | undefined {
  const { schema, isName } = ruleOf(entity, field)
  if (!isName) return `${entity}.${field}: not a name for a field`
  if (!schema || surelyFits(schema, value) || taken.get(schema)?.has(value)) return undefined
  if (!z.safeParse(schema, value).success) return `${entity}.${field}: takes ${allowedWords(schema)}`
  rememberTaken(schema, value)
  return undefined
}

/** Why one of the fields cannot stand in `entity`, or undefined when all can. */
export function fieldsProblem(entity: string, fields: Fields): string | undefined {
  const rules = rulesOf(entity)
  for (const field in fields) {
    const value = fields[field] as Value
    // Nearly every value of a file or a bundle is a text of a field that was met before.
    if (typeof value === 'string' && value.length <= (rules.get(field)?.longest ?? -1)) continue
    const problem = fieldProblem(entity, field, value)
    if (problem) return problem
  }
  return undefined
}

/** Values that a schema has taken before: a bundle tells a million times of a handful of statuses and severities. */
const taken = new Map<Schema, Set<Value>>()
const mostTaken = 100
const longestTaken = 100

function rememberTaken(schema: Schema, value: Value): void {
  let values = taken.get(schema)
  if (!values) {
    values = new Set()
    taken.set(schema, values)
  }
  const isShort = typeof value !== 'string' || value.length <= longestTaken
  if (isShort && values.size < mostTaken) values.add(value)
}

/** Whether this version knows the field; what a newer one has written is kept all the same. */
export function isKnownField(entity: string, field: string): boolean {
  return ruleOf(entity, field).schema !== undefined
}

type Schema = z.ZodMiniType<Value>

interface Rule {
  readonly schema: Schema | undefined
  /** Every object has some names already: looked up as fields they would find a function. */
  readonly isName: boolean
  /** Texts of at most so many characters surely fit. */
  readonly longest: number
}

/** What holds for a field, once it has been looked up: an import asks a million times for a few dozen fields. */
const lookedUp = new Map<string, Map<string, Rule>>()
const mostLookedUp = 10_000

function rulesOf(entity: string): Map<string, Rule> {
  let rules = lookedUp.get(entity)
  if (!rules || rules.size > mostLookedUp) {
    rules = new Map()
    lookedUp.set(entity, rules)
  }
  return rules
}

function ruleOf(entity: string, field: string): Rule {
  const rules = rulesOf(entity)
  let rule = rules.get(field)
  if (!rule) {
    rule = findRule(entity, field)
    rules.set(field, rule)
  }
  return rule
}

function findRule(entity: string, field: string): Rule {
  if (field in Object.prototype) return { schema: undefined, isName: false, longest: -1 }
  const schema = findSchema(entity, field)
  return { schema, isName: true, longest: schema ? surelyLongest(schema) : Number.POSITIVE_INFINITY }
}

function findSchema(entity: string, field: string): Schema | undefined {
  const fields = knownFields.get(entity)
  if (fields && Object.hasOwn(fields, field)) return fields[field]
  return knownSets.get(entity)?.find(([prefix]) => field.startsWith(prefix))?.[1]
}
