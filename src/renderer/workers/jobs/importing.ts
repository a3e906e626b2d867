import { columnExamples } from '@domain/importing/column-examples'
import { detectSource } from '@domain/importing/detect-source'
import { interpret, type Interpretation } from '@domain/importing/interpret'
import { checkMapping, type ColumnMapping, mappingSignature } from '@domain/importing/mapping'
import { proposeMapping } from '@domain/importing/propose-mapping'
import { readTable } from '@domain/importing/read-table'
import { type ImportPlan, reconcile } from '@domain/importing/reconcile'
import type { ReadOptions, Table } from '@domain/importing/table'
import type { SourceName } from '@domain/importing/trackers/tracker'
import type { Intent } from '@domain/merge/intent'
import { importCause } from '@domain/merge/operation'
import type { LaptopId } from '@domain/merge/stamp'
import type { Instant } from '@domain/model/value'
import type { AuthorState } from '../../storage/author-state'
import { writeInBulk } from '../../storage/bulk-write'
import { type ChangeRecord, EngagementDatabase } from '../../storage/database'
import { catchUp, type Loaded, load } from '../../storage/load'
import type { Report } from '../rpc'

const examplesShown = 5
/** Longest lists that cross to the screen; counts are always whole. */
const longestList = 2_000

export interface ReadInput {
  readonly engagement: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly options?: ReadOptions
  /** The tracker, where the user knows better than what was detected. */
  readonly source?: SourceName
}

export interface FileSummary {
  readonly name: string
  readonly kind: Table['kind']
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly sheets: readonly string[]
  readonly sheet: string | null
  readonly headers: readonly string[]
  /** Per header, the first few cells that say something. */
  readonly examples: readonly (readonly string[])[]
  readonly records: number
  readonly notes: readonly string[]
  readonly detected: { readonly source: SourceName; readonly confidence: number; readonly why: string }
  readonly mapping: ColumnMapping
  /** Whether the mapping is the one that was remembered for a file with these columns. */
  readonly remembered: boolean
}

export interface PreviewInput {
  readonly mapping: unknown
  readonly dateOrder?: 'dmy' | 'mdy' | 'ymd'
  readonly zone: string
  readonly now: Instant
}

export interface ImportPreview {
  readonly mapping: ColumnMapping
  readonly records: number
  readonly counts: ImportPlan['counts']
  readonly created: ImportPlan['created']
  readonly updated: ImportPlan['updated']
  readonly quarantined: Interpretation['quarantined']
  readonly questions: Interpretation['questions']
  readonly notes: readonly string[]
}

export interface StoreInput {
  readonly change: string
  readonly laptop: LaptopId
  readonly by: string
  readonly now: Instant
  readonly from: AuthorState & { readonly position: number }
}

interface Reading {
  readonly engagement: string
  readonly name: string
  readonly table: Table
  readonly source: SourceName
}

interface Planned {
  readonly input: PreviewInput
  readonly mapping: ColumnMapping
  readonly interpretation: Interpretation
  readonly plan: ImportPlan
}

/** One import at a time: the file that was read, what it would do, and the rows it was compared with. */
export class Importing {
  private reading: Reading | undefined
  private planned: Planned | undefined
  private database: EngagementDatabase | undefined
  private loaded: Loaded | undefined

  readonly read = async ({ engagement, name, bytes, options, source }: ReadInput, report: Report): Promise<FileSummary> => {
    report({ step: 'Reading the file', done: 0, total: 0 })
    const table = await readTable({ name, bytes }, options)
    const detected = detectSource(table)
    const used = source ?? detected.source
    this.reading = { engagement, name, table, source: used }
    this.planned = undefined
    const remembered = await this.rememberedMapping(table, used)
    const { kind, encoding, delimiter, sheets, sheet, headers, records, notes } = table
    return {
      name,
      kind,
      encoding,
      delimiter,
      sheets,
      sheet,
      headers,
      examples: headers.map((_, index) => columnExamples(table, index, examplesShown)),
      records: records.length,
      notes,
      detected,
      mapping: remembered ?? proposeMapping(table, used),
      remembered: remembered !== undefined,
    }
  }

  readonly preview = async (input: PreviewInput, report: Report): Promise<ImportPreview> => {
    const { table, source } = this.current()
    const mapping = checkMapping(input.mapping, table, source)
    const { zone, now, dateOrder } = input
    const onProgress = (done: number, total: number) => report({ step: 'Reading rows', done, total })
    const interpretation = interpret(table, mapping, { zone, now, ...(dateOrder && { dateOrder }), onProgress })
    const { replica } = await this.rows()
    const plan = reconcile(interpretation.drafts, replica, {
      now,
      onProgress: (done, total) => report({ step: 'Comparing with what is here', done, total }),
    })
    this.planned = { input, mapping, interpretation, plan }
    return {
      mapping,
      records: interpretation.records,
      counts: plan.counts,
      created: plan.created.slice(0, longestList),
      updated: plan.updated.slice(0, longestList),
      quarantined: interpretation.quarantined,
      questions: interpretation.questions,
      notes: [...table.notes, ...interpretation.notes],
    }
  }

  /** Stores what was previewed, against the rows as they are now. */
  readonly store = async ({ change, laptop, by, now, from }: StoreInput, report: Report): Promise<ChangeRecord> => {
    const { name, table, source } = this.current()
    if (!this.planned) throw new Error('An import is stored only after it was previewed.')
    const { input, mapping, interpretation } = this.planned
    const { replica, position } = await this.rows()
    // Somebody has changed something since the preview: compare once more, so that their edit is seen.
    const plan = position < from.position ? reconcile(interpretation.drafts, (await this.rows(true)).replica, { now: input.now }) : this.planned.plan
    const { created, updated, unchanged, conflicts } = plan.counts
    const run: Intent = {
      entity: 'importRun',
      key: change,
      fields: {
        file: name,
        source,
        importedAt: now,
        records: interpretation.records,
        created,
        updated,
        unchanged,
        conflicts,
        quarantined: interpretation.quarantined.length,
      },
    }
    const remembered: Intent = {
      entity: 'importMapping',
      key: mappingSignature(table, source),
      fields: { name, source, mapping: JSON.stringify(mapping) },
    }
    const intents = function* () {
      yield* plan.intents
      yield run
      yield remembered
    }
    return writeInBulk(
      this.opened(),
      replica,
      intents(),
      { id: change, label: `Imported ${name}: ${created} new, ${updated} changed`, kind: 'import', cause: importCause(change), laptop, by, now, from },
      (done) => report({ step: 'Storing', done, total: 0 }),
    )
  }

  private current(): Reading {
    if (!this.reading) throw new Error('No file has been read yet.')
    return this.reading
  }

  private opened(): EngagementDatabase {
    this.database ??= new EngagementDatabase(this.current().engagement)
    return this.database
  }

  private async rows(refresh = false): Promise<Loaded> {
    const database = this.opened()
    if (!this.loaded) this.loaded = await load(database)
    else if (refresh) this.loaded = await catchUp(database, this.loaded.replica, this.loaded.position)
    return this.loaded
  }

  private async rememberedMapping(table: Table, source: SourceName): Promise<ColumnMapping | undefined> {
    const { replica } = await this.rows()
    const stored = replica.rows('importMapping').get(mappingSignature(table, source))?.values.mapping
    return stored ? checkMapping(JSON.parse(stored), table, source) : undefined
  }
}
