import { Sha256 } from '../bundle/sha256'
import { mentionField } from '../mentions/mentions'
import type { Instant } from '../model/value'
import { linkField } from '../triage/links'
import { cast, lead, reporters } from './cast'
import type { DemoIntent } from './issues'
import { type Calendar, hour } from './timing'

/** A file that somebody put to an issue. */
interface DemoFile {
  readonly component: string
  readonly name: string
  readonly mediaType: string
  readonly lines: readonly string[]
}

const files: readonly DemoFile[] = [
  {
    component: 'Interfaces',
    name: 'meter-interface.log',
    mediaType: 'text/plain',
    lines: [
      '05:58:01 INFO  meter readings: 1,204 received',
      '05:58:02 WARN  reading of meter 80-4417 has no contract, set aside',
      '05:58:09 ERROR queue full, 312 readings wait',
      '06:13:40 INFO  queue empty',
    ],
  },
  {
    component: 'Customer 360',
    name: 'customers-twice.csv',
    mediaType: 'text/csv',
    lines: ['customer,also known as,town', '40619115,40777201,Eichwald', '40619320,40777388,Rosental'],
  },
  {
    component: 'Billing engine',
    name: 'how-to-see-it.txt',
    mediaType: 'text/plain',
    lines: [
      '1. Open a contract of the portion that was billed last night.',
      '2. Look at the second page of the invoice.',
      '3. The base fee stands there twice.',
    ],
  },
]

const contentOf = ({ lines }: DemoFile) => new TextEncoder().encode(`${lines.join('\n')}\n`)
const hashOf = (content: Uint8Array) => new Sha256().update(content).hex()

/** What the files hold, to be stored beside the issues that name them. */
export function demoContents(): { readonly sha256: string; readonly content: Uint8Array<ArrayBuffer> }[] {
  return files.map((file) => ({ sha256: hashOf(contentOf(file)), content: contentOf(file) }))
}

/** The first ones are left as they came: whoever begins with few issues sees plain ones. */
const plainOnes = 20
const mostLinks = 3
const mostAffected = 4

interface Standing {
  readonly key: string
  readonly since: Instant
}

/** Follows the issues as they are told, and adds what hangs on a few: files, links, those affected, a mention, a view. */
export class Details {
  private readonly firstOf = new Map<string, string>()
  private readonly attached = new Set<DemoFile>()
  private readonly holding = new Map<string, Standing>()
  private readonly working = new Map<string, Standing>()
  private readonly severities = new Map<string, number>()
  private links = 0
  private affected = 0

  constructor(private readonly calendar: Calendar) {}

  *follow(intent: DemoIntent): Generator<DemoIntent> {
    const { entity, key, fields, at } = intent
    if (entity !== 'issue') return
    if (typeof fields.severity === 'number') this.severities.set(key, fields.severity)
    if (fields.raisedAt !== undefined) yield* this.begin(intent)
    if (fields.status === undefined) return
    this.holding.delete(key)
    this.working.delete(key)
    if (fields.status === 'on-hold') this.holding.set(key, { key, since: at })
    if (fields.status === 'in-progress') this.working.set(key, { key, since: at })
  }

  /** To be told when all issues are. */
  *rest(): Generator<DemoIntent> {
    if (this.attached.size === 0) return
    if (this.holding.size === 0) yield* this.hold()
    yield* this.mention()
    yield {
      entity: 'savedView',
      key: 'view:key accounts',
      fields: {
        name: 'Key accounts, gravest first',
        sortBy: 'severity',
        descending: false,
        'filter:tags': JSON.stringify({ kind: 'any-of', values: ['key-account'] }),
      },
      at: this.calendar.goLiveAt + 26 * hour,
      by: lead.name,
    }
  }

  private *begin({ key, at, by, fields }: DemoIntent): Generator<DemoIntent> {
    const number = Number(String(fields.shortKey).split('-')[1])
    if (number <= plainOnes) return
    const component = String(fields.component)
    const first = this.firstOf.get(component)
    if (first === undefined) this.firstOf.set(component, key)
    else if (this.links < mostLinks) {
      this.links++
      yield added(key, { [linkField('caused-by', first)]: true }, at)
      this.firstOf.delete(component)
    }
    if (fields.severity === 2 && this.affected < mostAffected) {
      this.affected++
      const names = reporters.filter((_, place) => place % mostAffected === this.affected - 1).slice(0, 3)
      yield added(key, Object.fromEntries(names.map((name) => [`affected:${name}`, true])), at)
    }
    const file = files.find((one) => one.component === component && !this.attached.has(one))
    if (file) yield this.attach(file, key, at, by)
  }

  private attach(file: DemoFile, issue: string, at: Instant, by: string): DemoIntent {
    this.attached.add(file)
    const content = contentOf(file)
    return {
      entity: 'attachment',
      key: `file:${this.attached.size}`,
      fields: {
        issue,
        name: file.name,
        mediaType: file.mediaType,
        size: content.length,
        sha256: hashOf(content),
        addedBy: by,
        addedAt: at,
      },
      at,
      by,
    }
  }

  /** Where nothing waits, the latest of the small things that somebody works on does, until tomorrow. */
  private *hold(): Generator<DemoIntent> {
    const small = [...this.working.values()].filter(({ key }) => this.severities.get(key) === 3)
    const latest = small.sort((a, b) => b.since - a.since || (a.key < b.key ? -1 : 1))[0]
    const at = this.calendar.now - hour
    if (!latest || latest.since > at) return
    const fields = { status: 'on-hold', holdReason: 'user', holdUntil: this.calendar.now + 22 * hour }
    this.holding.set(latest.key, { key: latest.key, since: at })
    yield added(latest.key, fields, at)
  }

  /** Whoever waits for somebody says so: time stands still for such an issue, and a word more changes no figure. */
  private *mention(): Generator<DemoIntent> {
    const held = [...this.holding.values()].sort((a, b) => a.since - b.since || (a.key < b.key ? -1 : 1))[0]
    const asked = cast.find(({ name }) => name === 'Felix Sommer')
    if (!held || !asked) return
    const at = Math.min(this.calendar.now, held.since + hour / 2)
    yield {
      entity: 'comment',
      key: `${held.key}/asked`,
      fields: {
        issue: held.key,
        author: lead.name,
        text: `@${asked.name}, can you ask the vendor once more? Then it goes on the next patch.`,
        writtenAt: at,
        origin: 'typed',
        [mentionField(asked.key)]: asked.name,
      },
      at,
      by: lead.name,
    }
  }
}

const added = (key: string, fields: DemoIntent['fields'], at: Instant): DemoIntent => ({
  entity: 'issue',
  key,
  fields,
  at,
  by: lead.name,
})
