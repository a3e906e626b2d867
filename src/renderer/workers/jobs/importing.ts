import { columnExamples } from '@domain/importing/column-examples'
import { columnsOf } from '@domain/importing/columns'
import { detectSource } from '@domain/importing/detect-source'
import type { Interpretation } from '@domain/importing/draft'
import { interpret } from '@domain/importing/interpret'
import { type ColumnMapping, checkMapping, mappingSignature } from '@domain/importing/mapping'
import { ImportProblem } from '@domain/importing/problem'
import { proposeMapping } from '@domain/importing/propose-mapping'
import { readTable } from '@domain/importing/read-table'
import { type ImportPlan, reconcile } from '@domain/importing/reconcile'
import type { ReadOptions, SourceFile, Table } from '@domain/importing/table'
import type { SourceName } from '@domain/importing/trackers/tracker'
import type { Intent } from '@domain/merge/intent'
import { importCause } from '@domain/merge/operation'
import type { LaptopId } from '@domain/merge/stamp'
import type { Instant } from '@domain/model/value'
import { writeInBulk } from '../../storage/bulk-write'
import { EngagementDatabase } from '../../storage/database'
import { catchUp, type Loaded, load } from '../../storage/load'
import type { WritingState, WrittenElsewhere } from '../../storage/written-elsewhere'
import type { Report } from '../rpc'
import { type ImportLine, type ImportListName, ImportLists } from './import-lists'
import { type WordToSettle, wordsToSettle } from './import-words'
import { rememberedEncodings, rememberedMapping } from './remembered-mappings'

const examplesShown = 5
/** A guess of at most this confidence rests on the values alone, not on the column's name. */
const weakGuess = 0.5

export interface ReadInput {
  readonly engagement: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly choice?: ReadChoice
}

/** What a person says about a file where they know better than what was found. */
export interface ReadChoice {
  readonly options?: ReadOptions
  readonly source?: SourceName
}

export interface FileColumn {
  readonly header: string
  /** How often the header occurs; columns of one name belong together. */
  readonly places: number
  /** The first few different values. */
  readonly examples: readonly string[]
  /** Where it goes was told by its values alone. */
  readonly guessed: boolean
}

export interface FileSummary {
  readonly name: string
  readonly kind: Table['kind']
  readonly encoding: string | null
  /** Nothing in the file proves its encoding. */
  readonly encodingAssumed: boolean
  /** A person has said it, now or when such a file was last imported. */
  readonly encodingTold: boolean
  readonly delimiter: string | null
  readonly sheets: readonly string[]
  readonly sheet: string | null
  readonly columns: readonly FileColumn[]
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
  /** Lengths of the lists behind the counts, in lines; `lines` reads them. */
  readonly lists: Readonly<Record<ImportListName, number>>
  readonly words: readonly WordToSettle[]
  readonly questions: Interpretation['questions']
  readonly notes: readonly string[]
}

export interface LinesInput {
  readonly list: ImportListName
  readonly from: number
  /** The first line that is not wanted any more. */
  readonly to: number
}

export interface StoreInput {
  readonly change: string
  readonly laptop: LaptopId
  readonly by: string
  readonly now: Instant
  readonly from: WritingState
  /** Where each segment goes besides the log. */
  readonly segmentsTo: MessagePort
}

interface Reading {
  readonly engagement: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly options: ReadOptions | undefined
  readonly table: Table
  readonly source: SourceName
}

interface Planned {
  readonly input: PreviewInput
  readonly mapping: ColumnMapping
  readonly interpretation: Interpretation
  readonly plan: ImportPlan
  readonly lists: ImportLists
}

/** One import at a time: the file that was read, what it would do, and the rows it was compared with. */
export class Importing {
  private reading: Reading | undefined
  private planned: Planned | undefined
  private database: EngagementDatabase | undefined
  private loaded: Promise<Loaded> | undefined

  /** Asks the disk for the rows before there is a file to compare with them; what goes wrong is told by `read`. */
  readonly open = async (engagement: string): Promise<void> => {
    this.load(engagement).catch(() => undefined)
  }

  readonly read = async (
    { engagement, name, bytes, choice = {} }: ReadInput,
    report: Report,
  ): Promise<FileSummary> => {
    report({ step: 'Reading the file', done: 0, total: 0 })
    const { options, source } = choice
    const table = await readTable({ name, bytes }, options)
    const file = { engagement, name, bytes, options, table }
    const found = await this.summarise(file, source)
    const asLastTime = await this.inRememberedEncoding(file, source)
    return asLastTime ? this.summarise(asLastTime, source) : found
  }

  /** Reads the same file another way. */
  readonly readAgain = async ({ options, source }: ReadChoice, report: Report): Promise<FileSummary> => {
    const before = this.current()
    if (!options) return this.summarise(before, source)
    report({ step: 'Reading the file', done: 0, total: 0 })
    const table = await readTable(before, options)
    return this.summarise({ ...before, options, table }, source)
  }

  readonly preview = async (input: PreviewInput, report: Report): Promise<ImportPreview> => {
    const { table, source, options } = this.current()
    const { zone, now, dateOrder } = input
    // Answers given beside the mapping are remembered with it.
    const mapping = {
      ...checkMapping(input.mapping, table, source),
      ...(dateOrder && { dateOrder }),
      ...(options?.encoding && table.encoding && { encoding: table.encoding }),
    }
    const onProgress = (done: number, total: number) => report({ step: 'Reading rows', done, total })
    const interpretation = interpret(table, mapping, { zone, now, onProgress })
    const { replica } = await this.rows()
    const plan = reconcile(interpretation, replica, {
      now,
      onProgress: (done, total) => report({ step: 'Comparing with what is here', done, total }),
    })
    const lists = new ImportLists(interpretation, plan, replica, zone)
    this.planned = { input, mapping, interpretation, plan, lists }
    return {
      mapping,
      records: interpretation.records,
      counts: plan.counts,
      lists: lists.lengths(),
      words: wordsToSettle(table, mapping),
      questions: interpretation.questions,
      notes: [...table.notes, ...interpretation.notes],
    }
  }

  /** A stretch of one of the lists of the last preview; empty before there is one. */
  readonly lines = async ({ list, from, to }: LinesInput): Promise<ImportLine[]> =>
    this.planned?.lists.slice(list, from, to) ?? []

  /** Stores what was previewed, against the rows as they are now. */
  readonly store = async (
    { change, laptop, by, now, from, segmentsTo }: StoreInput,
    report: Report,
  ): Promise<WrittenElsewhere> => {
    const { name, table, source } = this.current()
    if (!this.planned) throw new Error('An import is stored only after it was previewed.')
    const { input, mapping, interpretation } = this.planned
    const { replica, position } = await this.rows()
    // Somebody has changed something since the preview: compare once more, so that their edit is seen.
    const plan =
      position < from.position
        ? reconcile(interpretation, (await this.rows(true)).replica, { now: input.now })
        : this.planned.plan
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
      fields: { name, source, mapping: JSON.stringify(mapping), removed: false },
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
      {
        id: change,
        label: `Imported ${name}: ${created} new, ${updated} changed`,
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

  private async summarise(
    file: Omit<Reading, 'source'>,
    chosen: SourceName | undefined,
  ): Promise<FileSummary> {
    const { name, table, options } = file
    const detected = detectSource(table)
    const source = chosen ?? detected.source
    this.reading = { ...file, source }
    this.planned = undefined
    const remembered = rememberedMapping((await this.rows()).replica, table, source)
    const { guesses, ...proposed } = proposeMapping(table, source)
    const weak = new Set(
      guesses
        .filter(({ target, confidence }) => target !== null && confidence <= weakGuess)
        .map(({ header }) => header),
    )
    const { kind, encoding, encodingAssumed, delimiter, sheets, sheet, records, notes } = table
    return {
      name,
      kind,
      encoding,
      encodingAssumed,
      encodingTold: encoding !== null && options?.encoding !== undefined,
      delimiter,
      sheets,
      sheet,
      columns: columnsOf(table).map(({ header, indexes }) => ({
        header,
        places: indexes.length,
        examples: columnExamples(table, indexes[0] ?? 0, examplesShown),
        guessed: weak.has(header),
      })),
      records: records.length,
      notes,
      detected,
      mapping: remembered ?? proposed,
      remembered: remembered !== undefined,
    }
  }

  /**
   * The file read in the encoding that a person chose when such a file was last imported. Its mapping cannot be
   * found by headers whose letters are misread, so each encoding that was ever chosen is tried.
   */
  private async inRememberedEncoding(
    file: Omit<Reading, 'source'>,
    chosen: SourceName | undefined,
  ): Promise<Omit<Reading, 'source'> | undefined> {
    const { encoding: found } = file.table
    if (file.options?.encoding || found === null || found.startsWith('utf-')) return undefined
    const { replica } = await this.rows()
    for (const encoding of rememberedEncodings(replica)) {
      const options = { ...file.options, encoding }
      const table = await readIfTable(file, options)
      const mapping = table && rememberedMapping(replica, table, chosen ?? detectSource(table).source)
      if (table && mapping?.encoding === encoding) return { ...file, options, table }
    }
    return undefined
  }

  private current(): Reading {
    if (!this.reading) throw new Error('No file has been read yet.')
    return this.reading
  }

  private opened(engagement = this.current().engagement): EngagementDatabase {
    this.database ??= new EngagementDatabase(engagement)
    return this.database
  }

  private load(engagement?: string): Promise<Loaded> {
    this.loaded ??= load(this.opened(engagement))
    return this.loaded
  }

  private async rows(refresh = false): Promise<Loaded> {
    const loaded = await this.load()
    if (!refresh) return loaded
    this.loaded = catchUp(this.opened(), loaded.replica, loaded.position)
    return this.loaded
  }
}

/** In an encoding that is not its own a file may look like anything. */
async function readIfTable(file: SourceFile, options: ReadOptions): Promise<Table | undefined> {
  try {
    return await readTable(file, options)
  } catch (error) {
    if (error instanceof ImportProblem) return undefined
    throw error
  }
}
