import { beforeAll, describe, expect, it } from 'vitest'
import { cruiseFiles, type Summary } from '../support/import-tree'

/** A small house in which everything is in its room. */
const healthy: Record<string, string> = {
  'src/domain/model/issue.ts':
    "import 'zod'\nexport interface Issue { key: string }\nexport const issues = []\n",
  'src/domain/triage/next.ts':
    "import type { Issue } from '@domain/model/issue'\nexport const next = (i: Issue) => i\n",
  'src/domain/importing/adapters/csv.ts': "import 'papaparse'\n",
  'src/domain/bundle/zip.ts': "import 'fflate'\n",
  'src/domain/bundle/encryption.ts': "import 'age-encryption'\n",
  'src/contract/ipc.ts':
    "import 'zod'\nimport type { next } from '@domain/triage/next'\nexport type { Issue } from '@domain/model/issue'\nexport type Next = typeof next\n",
  'src/main/window.ts': 'export interface Window { id: number }\nexport const open = 1\n',
  'src/main/index.ts':
    "import 'electron'\nimport 'node:fs'\nimport '@contract/ipc'\nimport '@domain/triage/next'\nimport './window'\n",
  'src/preload/index.ts': "import 'electron'\nimport '@contract/ipc'\n",
  'src/renderer/storage/log.ts':
    "import 'dexie'\nimport '@domain/model/issue'\nexport interface Log { end: number }\nexport const log = 1\n",
  'src/renderer/ui/button.tsx':
    "import 'react'\nimport './button.css'\nexport const Button = () => <button />\n",
  'src/renderer/ui/button.css': 'button { color: red }\n',
  'src/renderer/features/issues/list.tsx':
    "import { Button } from '../../ui/button'\nimport '../../storage/log'\nimport './row'\nexport const List = () => <Button />\n",
  'src/renderer/features/issues/row.ts': "import search from '../../workers/search?worker'\nsearch()\n",
  'src/renderer/workers/search.ts': "import '@domain/triage/next'\n",
  'tests/support/clock.ts': 'export const clock = 1\n',
}

/** Rule, what breaks it, and the one file, added to the house above, that does. */
const breaches: [rule: string, when: string, file: string, text: string][] = [
  [
    'domain-stands-alone',
    'the domain imports a library of the screen',
    'src/domain/exit/react.ts',
    "import 'react'\n",
  ],
  [
    'domain-stands-alone',
    'the domain imports a module of Node',
    'src/domain/exit/node.ts',
    "import { readFileSync } from 'node:fs'\nreadFileSync('x')\n",
  ],
  [
    'domain-stands-alone',
    'the domain imports a type of the contract',
    'src/domain/exit/contract.ts',
    "import type { Next } from '@contract/ipc'\nexport type A = Next\n",
  ],
  [
    'domain-stands-alone',
    'a file reader is used outside its adapter',
    'src/domain/importing/jira.ts',
    "import 'papaparse'\n",
  ],
  [
    'domain-adapters-read-formats',
    'an adapter imports more than file readers',
    'src/domain/importing/adapters/xlsx.ts',
    "import 'hucre'\nimport 'fflate'\n",
  ],
  [
    'domain-zip-in-one-file',
    'the ZIP file reads spreadsheets too',
    'src/domain/bundle/zip.ts',
    "import 'fflate'\nimport 'hucre'\n",
  ],
  [
    'domain-encryption-in-one-file',
    'the encryption packs files too',
    'src/domain/bundle/encryption.ts',
    "import 'age-encryption'\nimport 'fflate'\n",
  ],
  [
    'contract-promises-only',
    'the contract imports a type of the main process',
    'src/contract/window.ts',
    "import type { Window } from '../main/window'\nexport type A = Window\n",
  ],
  [
    'contract-runs-only-the-model',
    'the contract runs code of the domain',
    'src/contract/triage.ts',
    "import { next } from '@domain/triage/next'\nexport const a = next\n",
  ],
  [
    'main-without-renderer',
    'the main process imports a type of the renderer',
    'src/main/log.ts',
    "import type { Log } from '../renderer/storage/log'\nexport type A = Log\n",
  ],
  [
    'preload-without-main',
    'the preload script imports the main process',
    'src/preload/window.ts',
    "import { open } from '../main/window'\nopen\n",
  ],
  [
    'renderer-without-main',
    'a component imports the main process',
    'src/renderer/app/window.tsx',
    "import { open } from '../../main/window'\nexport const App = () => <p>{open}</p>\n",
  ],
  [
    'renderer-without-node',
    'a worker imports a module of Node',
    'src/renderer/workers/node.ts',
    "import { join } from 'node:path'\njoin('a')\n",
  ],
  [
    'dexie-only-in-storage',
    'a feature opens the database itself',
    'src/renderer/features/issues/dexie.ts',
    "import 'dexie'\n",
  ],
  ...['yjs', '@automerge/automerge', 'loro-crdt'].map((name): [string, string, string, string] => [
    'peers-only-in-bench',
    `storage merges with ${name}`,
    'src/renderer/storage/peer.ts',
    `import '${name}'\n`,
  ]),
  [
    'electron-only-in-main',
    'a component imports a type of Electron',
    'src/renderer/app/electron.tsx',
    "import type { IpcRenderer } from 'electron'\nexport type A = IpcRenderer\n",
  ],
  [
    'features-keep-apart',
    'a feature imports another feature',
    'src/renderer/features/triage/inbox.tsx',
    "import { List } from '../issues/list'\nexport const Inbox = () => <List />\n",
  ],
  [
    'parts-know-no-screen',
    'a part of screens imports from one of them',
    'src/renderer/parts/files/list.tsx',
    "import { Row } from '../../features/issues/row'\nexport const List = () => <Row />\n",
  ],
  [
    'primitives-know-no-product',
    'a chart imports a type of the domain',
    'src/renderer/charts/bars.tsx',
    "import type { Issue } from '@domain/model/issue'\nexport const Bars = (issue: Issue) => <p>{issue.key}</p>\n",
  ],
  [
    'primitives-know-no-product',
    'a primitive asks the storage',
    'src/renderer/ui/log.tsx',
    "import { log } from '../storage/log'\nexport const Log = () => <p>{log}</p>\n",
  ],
  [
    'product-without-tests',
    'the product imports what is for tests only',
    'src/main/clock.ts',
    "import { clock } from '../../tests/support/clock'\nclock\n",
  ],
  [
    'no-cycles',
    'two files import each other, if only for a type',
    'src/domain/model/issue.ts',
    "import type { next } from '../triage/next'\nexport interface Issue { next: typeof next }\nexport const issues = []\n",
  ],
  [
    'resolvable',
    'an import leads nowhere',
    'src/domain/model/nowhere.ts',
    "import { thing } from '@domain/model/gone'\nthing\n",
  ],
]

describe('the import rules', () => {
  let sound: Summary
  let broken: string[]

  beforeAll(async () => {
    const added = Object.fromEntries(breaches.map(([, , file, text]) => [file, text]))
    sound = await cruiseFiles(healthy)
    broken = brokenIn(await cruiseFiles({ ...healthy, ...added }))
  })

  it.each(breaches)('%s: notices when %s', (rule, _when, file) => {
    expect(broken).toContain(`${rule} in ${file}`)
  })

  it('leave a tree in peace where everything is in its room', () => {
    expect(brokenIn(sound)).toEqual([])
  })

  it('are each proven by a breach', () => {
    const proven = new Set(breaches.map(([rule]) => rule))
    const names = sound.ruleSetUsed?.forbidden?.map(({ name }) => name) ?? []
    expect([...proven].sort()).toEqual(names.sort())
  })
})

const brokenIn = ({ violations }: Summary) => violations.map(({ rule, from }) => `${rule.name} in ${from}`)
