// Every line of code knows its room: docs of the house as rules, proven one by one in tests/house/import-rules.test.ts.

/** @param {...string} names */
const packages = (...names) => `^(node_modules/)?(${names.join('|')})(/|$)`

const domain = '^src/domain/'
const domainBasics = packages('zod', 'temporal-polyfill')
const fileAdapters = '^src/domain/(importing|exporting)/adapters/'
const zipFile = '^src/domain/bundle/zip[.]ts$'
const encryptionFile = '^src/domain/bundle/encryption[.]ts$'

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  {
    name: 'domain-stands-alone',
    comment: 'The rules of the product run anywhere: no React, Dexie, Electron or Node in them.',
    severity: 'error',
    from: { path: domain, pathNot: [fileAdapters, zipFile, encryptionFile] },
    to: { pathNot: [domain, domainBasics] },
  },
  {
    name: 'domain-adapters-read-formats',
    comment: 'Each file format is read and written by one library, behind one adapter.',
    severity: 'error',
    from: { path: fileAdapters },
    to: { pathNot: [domain, domainBasics, packages('papaparse', 'jschardet', 'hucre', 'ical.js')] },
  },
  {
    name: 'domain-zip-in-one-file',
    comment: 'ZIP is read and written in one file, which bounds what it unpacks.',
    severity: 'error',
    from: { path: zipFile },
    to: { pathNot: [domain, domainBasics, packages('fflate')] },
  },
  {
    name: 'domain-encryption-in-one-file',
    comment: 'Encryption is one library behind one file; nothing of it is our own.',
    severity: 'error',
    from: { path: encryptionFile },
    to: { pathNot: [domain, domainBasics, packages('age-encryption')] },
  },
  {
    name: 'contract-promises-only',
    comment: 'The contract is schemas and types; both sides of it may load it.',
    severity: 'error',
    from: { path: '^src/contract/' },
    to: { pathNot: ['^src/contract/', domain, packages('zod')] },
  },
  {
    name: 'contract-runs-only-the-model',
    comment: 'Beyond the model, the contract may name types of the domain but run none of its code.',
    severity: 'error',
    from: { path: '^src/contract/' },
    to: { path: domain, pathNot: '^src/domain/model/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'main-without-renderer',
    severity: 'error',
    from: { path: '^src/(main|preload)/' },
    to: { path: '^src/renderer/' },
  },
  {
    name: 'preload-without-main',
    severity: 'error',
    from: { path: '^src/preload/' },
    to: { path: '^src/main/' },
  },
  {
    name: 'renderer-without-main',
    severity: 'error',
    from: { path: '^src/renderer/' },
    to: { path: '^src/(main|preload)/' },
  },
  {
    name: 'renderer-without-node',
    comment: 'The renderer is sandboxed: a Node module there would only fail when it runs.',
    severity: 'error',
    from: { path: '^src/renderer/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'dexie-only-in-storage',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/renderer/storage/' },
    to: { path: packages('dexie') },
  },
  {
    name: 'electron-only-in-main',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/(main|preload)/' },
    to: { path: packages('electron', 'electron-log') },
  },
  {
    name: 'features-keep-apart',
    comment: 'What two features share moves to domain, storage or ui.',
    severity: 'error',
    from: { path: '^src/renderer/features/([^/]+)/' },
    to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' },
  },
  {
    name: 'parts-know-no-screen',
    comment: 'A part is drawn by screens and asks none of them.',
    severity: 'error',
    from: { path: '^src/renderer/parts/' },
    to: { path: '^src/renderer/(app|features|print)/' },
  },
  {
    name: 'primitives-know-no-product',
    comment: 'Charts and ui primitives know no product word.',
    severity: 'error',
    from: { path: '^src/renderer/(charts|ui)/' },
    to: { path: '^src/(domain|contract|renderer/(app|features|parts|print|storage|workers))/' },
  },
  {
    name: 'product-without-tests',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^(bench|scripts|tests)/' },
  },
  {
    name: 'peers-only-in-bench',
    comment: 'Other libraries that merge are here to be measured against, never to be used.',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: packages('yjs', '@automerge', 'loro-crdt') },
  },
  {
    name: 'no-cycles',
    severity: 'error',
    from: { path: '^src/' },
    to: { circular: true },
  },
  {
    name: 'resolvable',
    comment:
      'An import that leads nowhere would slip past every rule above. The address of a file is for the build to find.',
    severity: 'error',
    from: { path: '^src/' },
    to: { couldNotResolve: true, pathNot: '[?]url$' },
  },
]

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    // Imports of types count too: a type from the wrong room is the first step of code from the wrong room.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
