import * as z from 'zod/mini'
import { headlessCommands } from './headless-commands'
import { largestChunk, menuCommands, paperSizes, saveKinds } from './terms'

/**
 * What main and renderer promise each other: one table of requests (renderer asks, main answers) and one of
 * events (main tells). Paths never cross: main keeps files behind handles that the user picked.
 */

const bytes = z.custom<Uint8Array>((data) => data instanceof Uint8Array, 'not bytes')
const handle = z.string().check(z.regex(/^[0-9a-f-]{36}$/))
const fileName = z.string().check(z.minLength(1), z.maxLength(255), z.regex(/^[^/\\\0]+$/))
const engagementId = z.string().check(z.regex(/^[0-9a-z-]{1,64}$/))
const nothing = z.void()
/** A place in the app, as in `view-state/paths`. */
const route = z.string().check(z.maxLength(4_000), z.regex(/^\//))

/** Of a whole document; bounded so that no page can fill the memory of main. */
const longText = z.string().check(z.maxLength(20_000_000))

const chunk = bytes.check(z.refine((data) => data.byteLength <= largestChunk, 'larger than one chunk may be'))

const openedFile = z.object({ handle, name: fileName, size: z.number() })
export type OpenedFile = z.infer<typeof openedFile>

const backupEntry = z.object({
  name: fileName,
  engagement: engagementId,
  title: z.string(),
  writtenAt: z.number(),
  reason: z.string(),
  size: z.number(),
})
export type BackupEntry = z.infer<typeof backupEntry>

const saved = z.object({ name: fileName })

const laptopId = z.string().check(z.regex(/^[0-9a-z]{10}$/))
const syncFolder = z.object({ name: z.string() })
/** A bundle in the sync folder; `laptop` is the folder it stands in, which is that of its writer or somebody's copy. */
const sharedFile = z.object({ laptop: fileName, name: fileName, size: z.number(), modified: z.number() })
export type SharedFile = z.infer<typeof sharedFile>

export const requests = {
  /** Who this installation is and what time it believes in. */
  'app.info': {
    input: nothing,
    output: z.object({
      version: z.string(),
      platform: z.string(),
      /** Changes when the profile has been copied or restored; see docs/decisions. */
      fingerprint: z.string(),
      /** Milliseconds since the epoch; set when `--now` fixes the clock. */
      fixedNow: z.nullable(z.number()),
      profileIsNew: z.boolean(),
    }),
  },
  /** Opens the system's dialog for a file to import; null when the user thinks better of it. */
  'file.openImport': { input: nothing, output: z.nullable(openedFile) },
  /** The same for a schedule of shifts: a calendar, or a table. */
  'file.openSchedule': { input: nothing, output: z.nullable(openedFile) },
  /** The same for a bundle of another laptop. */
  'file.openBundle': { input: nothing, output: z.nullable(openedFile) },
  /** The same for a report that somebody signed. */
  'file.openPdf': { input: nothing, output: z.nullable(openedFile) },
  /** A file the program was started with, or was handed by the system; null when there is none (more). */
  'file.takeHanded': { input: nothing, output: z.nullable(openedFile) },
  'file.readChunk': {
    input: z.object({
      handle,
      offset: z.number().check(z.gte(0)),
      length: z.number().check(z.gte(1), z.lte(largestChunk)),
    }),
    output: chunk,
  },
  'file.close': { input: z.object({ handle }), output: nothing },
  /** Starts a file to save through the system's dialog; chunks follow; nothing is visible until it is finished. */
  'save.begin': {
    input: z.object({ name: fileName, kind: z.enum(saveKinds) }),
    output: z.nullable(z.object({ handle, name: fileName })),
  },
  'save.chunk': { input: z.object({ handle, data: chunk }), output: nothing },
  'save.finish': { input: z.object({ handle }), output: saved },
  'save.cancel': { input: z.object({ handle }), output: nothing },
  /** A backup is saved the same way, into the backups folder, without a dialog. */
  'backup.begin': {
    input: z.object({
      engagement: engagementId,
      title: z.string().check(z.maxLength(300)),
      reason: z.string().check(z.maxLength(100)),
    }),
    output: z.object({ handle, name: fileName }),
  },
  'backup.list': { input: nothing, output: z.array(backupEntry) },
  'backup.open': { input: z.object({ name: fileName }), output: openedFile },
  'backup.showFolder': { input: nothing, output: nothing },
  /** The folder that laptops share through some replication engine. The user picks it; main keeps where it is. */
  'sync.choose': { input: z.object({ engagement: engagementId }), output: z.nullable(syncFolder) },
  /** The same for a headless run, whose command line names the folder by an option. */
  'sync.useFolder': {
    input: z.object({ engagement: engagementId, option: z.string() }),
    output: syncFolder,
  },
  'sync.folder': { input: z.object({ engagement: engagementId }), output: z.nullable(syncFolder) },
  'sync.forget': { input: z.object({ engagement: engagementId }), output: nothing },
  'sync.show': { input: z.object({ engagement: engagementId }), output: nothing },
  /** Every bundle in it, of any laptop. */
  /** `unlooked`: how many bundles stand there beyond those that are looked at. */
  'sync.list': {
    input: z.object({ engagement: engagementId }),
    output: z.object({ files: z.array(sharedFile), unlooked: z.number() }),
  },
  'sync.open': {
    input: z.object({ engagement: engagementId, laptop: fileName, name: fileName }),
    output: openedFile,
  },
  /** A bundle of this laptop is saved as any file is; nobody sees it before it is finished. */
  'sync.begin': {
    input: z.object({ engagement: engagementId, laptop: laptopId, name: fileName }),
    output: z.object({ handle, name: fileName }),
  },
  'sync.remove': {
    input: z.object({
      engagement: engagementId,
      laptop: laptopId,
      names: z.array(fileName).check(z.maxLength(10_000)),
    }),
    output: nothing,
  },
  /** Prints the sponsor pack to a PDF. `pack` is a `DailyPack` as JSON; the print page takes it with `print.takePack`. */
  'report.print': { input: z.object({ pack: z.string(), paper: z.enum(paperSizes) }), output: bytes },
  'print.takePack': {
    input: nothing,
    output: z.nullable(z.object({ pack: z.string(), paper: z.enum(paperSizes) })),
  },
  'print.ready': { input: z.object({ problem: z.nullable(z.string()) }), output: nothing },
  /** Makes the draft of a mail, as the file that a mail program opens. */
  'mail.compose': {
    input: z.object({
      to: z.array(z.string().check(z.maxLength(320))).check(z.maxLength(5_000)),
      subject: z.string().check(z.maxLength(2_000)),
      text: longText,
      html: longText,
    }),
    output: bytes,
  },
  /** Shows a notification of the system; a click on it brings the window to front and tells `notify.clicked`. */
  'notify.show': {
    input: z.object({
      id: z.string().check(z.maxLength(300)),
      title: z.string().check(z.maxLength(200)),
      body: z.string().check(z.maxLength(1_000)),
      route,
      urgency: z.enum(['normal', 'critical']),
    }),
    output: z.object({ supported: z.boolean() }),
  },
  /** What the icon in the tray offers, and whether closing the window leaves the app running behind it. */
  'tray.set': {
    input: z.object({
      shown: z.boolean(),
      keepsRunning: z.boolean(),
      burning: z.array(z.object({ label: z.string().check(z.maxLength(200)), route })).check(z.maxLength(10)),
    }),
    output: nothing,
  },
  /** How many issues are past a target, where the platform shows a number on the app's icon; 0 takes it away. */
  'badge.set': { input: z.object({ count: z.int().check(z.gte(0)) }), output: nothing },
  'link.open': { input: z.object({ url: z.string().check(z.maxLength(4_000)) }), output: nothing },
  'theme.set': { input: z.object({ theme: z.enum(['system', 'light', 'dark']) }), output: nothing },
  /** What a headless run is asked to do; null in a window. */
  'headless.take': {
    input: nothing,
    output: z.nullable(
      z.object({
        command: z.enum(headlessCommands),
        options: z.record(z.string(), z.union([z.string(), z.boolean()])),
      }),
    ),
  },
  /** A file named on a headless command line, by its option. */
  'headless.openFile': { input: z.object({ option: z.string() }), output: openedFile },
  'headless.beginFile': {
    input: z.object({ option: z.string() }),
    output: z.object({ handle, name: fileName }),
  },
  'headless.progress': { input: z.object({ message: z.string() }), output: nothing },
  'headless.finish': {
    input: z.object({
      /** JSON text; `ok` decides between exit 0 and 1. */
      result: z.string(),
      ok: z.boolean(),
    }),
    output: nothing,
  },
  'headless.write': { input: z.object({ text: z.string() }), output: nothing },
} as const satisfies Record<string, { input: z.ZodMiniType; output: z.ZodMiniType }>

export type RequestName = keyof typeof requests
export type RequestInput<R extends RequestName> = z.infer<(typeof requests)[R]['input']>
export type RequestOutput<R extends RequestName> = z.infer<(typeof requests)[R]['output']>

export const events = {
  'menu.command': z.object({ command: z.enum(menuCommands) }),
  /** The system handed over a file (double click, second start); take it with `file.takeHanded`. */
  'file.handed': z.object({}),
  /** A notification, or a line of the tray's menu, was clicked: the page goes to its place. */
  'notify.clicked': z.object({ route }),
  /** The laptop has woken: timers stood still meanwhile. */
  'power.resumed': z.object({}),
} as const

export type EventName = keyof typeof events
export type EventPayload<E extends EventName> = z.infer<(typeof events)[E]>

/** How a request fails: never `undefined`, never a bare string. */
export interface Refusal {
  readonly code: string
  /** What, where, and what to do, for a person. */
  readonly message: string
  readonly details?: unknown
}

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Refusal }

/** `window.warRoom`, made by the preload from the tables above. */
export interface WarRoomBridge {
  request<R extends RequestName>(name: R, input: RequestInput<R>): Promise<Answer<RequestOutput<R>>>
  on<E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void): () => void
}
