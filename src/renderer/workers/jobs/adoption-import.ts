import { usageHeaders } from '@domain/adoption/columns'
import type { AdoptionDraft } from '@domain/adoption/draft'
import { usageOf } from '@domain/adoption/lines'
import { type AdoptionPlan, planAdoption } from '@domain/adoption/plan-import'
import { readUsage } from '@domain/adoption/read-file'
import type { DateOrder } from '@domain/importing/dates/date-text'
import { count } from '@domain/importing/layout'
import { readTable } from '@domain/importing/read-table'
import type { ReadOptions, Table } from '@domain/importing/table'
import type { Intent } from '@domain/merge/intent'
import { importCause } from '@domain/merge/operation'
import type { LaptopId } from '@domain/merge/stamp'
import type { Instant } from '@domain/model/value'
import { writeInBulk } from '../../storage/bulk-write'
import { EngagementDatabase } from '../../storage/database'
import { catchUp, type Loaded, load } from '../../storage/load'
import type { WritingState, WrittenElsewhere } from '../../storage/written-elsewhere'
import type { Report } from '../rpc'

export interface AdoptionReadInput {
  readonly engagement: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly options?: ReadOptions | undefined
}

export interface AdoptionPreviewInput {
  readonly zone: string
  readonly now: Instant
  readonly dateOrder?: DateOrder | undefined
}

/** What the file holds and what importing it would do. */
export interface AdoptionPreview
  extends Pick<AdoptionDraft, 'kind' | 'records' | 'leftOut' | 'quarantined' | 'questions' | 'notes'>,
    Pick<AdoptionPlan, 'created' | 'updated' | 'unchanged'> {
  readonly name: string
  readonly encoding: string | null
  readonly delimiter: string | null
  /** Different people that the file names. */
  readonly people: number
  /** First and last day that it tells of; null for a list of licensed users, or where it has none. */
  readonly from: string | null
  readonly to: string | null
}

export interface AdoptionStoreInput {
  readonly change: string
  readonly laptop: LaptopId
  readonly by: string
  readonly now: Instant
  readonly from: WritingState
  /** Where each segment goes besides the log. */
  readonly segmentsTo: MessagePort
}

interface Planned {
  readonly input: AdoptionPreviewInput
  readonly draft: AdoptionDraft
  readonly plan: AdoptionPlan
  readonly preview: AdoptionPreview
}

/** One import of a file about use at a time: what was read, and what it would do. */
export class AdoptionImporting {
  private file: { readonly name: string; readonly table: Table } | undefined
  private planned: Planned | undefined
  private database: EngagementDatabase | undefined
  private loaded: Promise<Loaded> | undefined

  readonly read = async (
    { engagement, name, bytes, options }: AdoptionReadInput,
    report: Report,
  ): Promise<void> => {
    report({ step: 'Reading the file', done: 0, total: 0 })
    this.database ??= new EngagementDatabase(engagement)
    // The disk can be asked for the rows while the file is taken apart; what goes wrong there is told below.
    this.rows().catch(() => undefined)
    this.file = { name, table: await readTable({ name, bytes }, options, usageHeaders) }
  }

  readonly preview = async (input: AdoptionPreviewInput, report: Report): Promise<AdoptionPreview> => {
    if (!this.file) throw new Error('No file has been read yet.')
    const { name, table } = this.file
    const onProgress = (done: number, total: number) => report({ step: 'Reading rows', done, total })
    const draft = readUsage(table, { name, ...input, onProgress })
    const { replica } = await this.rows()
    const plan = planAdoption(draft, replica, input)
    const { kind, records, leftOut, quarantined, questions, notes } = draft
    const days = [...draft.people.keys(), ...draft.totals.keys()].sort()
    const preview: AdoptionPreview = {
      name,
      kind,
      encoding: table.encoding,
      delimiter: table.delimiter,
      records,
      people: peopleIn(draft),
      from: days[0] ?? null,
      to: days.at(-1) ?? null,
      created: plan.created,
      updated: plan.updated,
      unchanged: plan.unchanged,
      leftOut,
      quarantined,
      questions,
      notes: [...table.notes, ...notes],
    }
    this.planned = { input, draft, plan, preview }
    return preview
  }

  /** Stores what was previewed, against the rows as they are now; nothing where it is all known. */
  readonly store = async (
    { change, laptop, by, now, from, segmentsTo }: AdoptionStoreInput,
    report: Report,
  ): Promise<WrittenElsewhere | undefined> => {
    if (!this.planned || !this.database) throw new Error('An import is stored only after it was previewed.')
    const { input, draft, preview } = this.planned
    let { replica, position } = await this.rows()
    let { plan } = this.planned
    if (position < from.position) {
      this.loaded = catchUp(this.database, replica, position)
      ;({ replica, position } = await this.rows())
      plan = planAdoption(draft, replica, input)
    }
    if (plan.intents.length === 0) return undefined
    return writeInBulk(
      this.database,
      replica,
      [...plan.intents, importNote(change, now, preview)],
      {
        id: change,
        label: importLabel(preview),
        kind: 'import',
        cause: importCause(change),
        laptop,
        by,
        now,
        from,
      },
      (done) => report({ step: 'Storing', done, total: 0 }),
      segmentsTo,
    )
  }

  private rows(): Promise<Loaded> {
    if (!this.database) throw new Error('No file has been read yet.')
    this.loaded ??= load(this.database)
    return this.loaded
  }
}

function peopleIn({ people, licences }: AdoptionDraft): number {
  if (licences.length > 0) return licences.filter(({ state }) => state !== 'integration').length
  const found = new Set<string>()
  for (const uses of people.values()) for (const use of uses.keys()) found.add(usageOf(use).person)
  return found.size
}

function importNote(change: string, now: Instant, preview: AdoptionPreview): Intent {
  const { name, kind, records, people, from, to, leftOut, quarantined } = preview
  return {
    entity: 'adoptionImport',
    key: change,
    fields: {
      file: name,
      kind,
      importedAt: now,
      records,
      people,
      from,
      to,
      ...leftOut,
      quarantined: quarantined.length,
    },
  }
}

function importLabel({ name, kind, created, updated }: AdoptionPreview): string {
  const news = count(created, kind === 'licences' ? 'licensed user' : 'day')
  return `Imported ${name}: ${news} new, ${updated} changed`
}
