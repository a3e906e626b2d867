import type { Lock } from '@domain/bundle/encryption'
import { decodeUnicode } from '@domain/importing/decode-unicode'
import { request } from '../../app/bridge'
import { sendPieces } from '../../storage/backup'
import {
  BundleFile,
  type BundlePreview,
  type BundleSummary,
  exportBundle as makeBundle,
  withdrawBundle,
} from '../../storage/bundle-file'
import { CommandFailure } from '../failure'
import { fileOption } from '../option-file'
import { type Command, chosenEngagement, inEngagement, neededOption, type Run, textOption } from '../run'

export const exportBundle: Command = (run) =>
  inEngagement(run, async (session) => {
    const { options, workspace } = run
    neededOption(options, 'out')
    const receiver = textOption(options, 'for')
    if (receiver !== undefined && !/^[0-9a-z]{10}$/.test(receiver))
      throw new CommandFailure('bad-option', `--for takes the id of a laptop; not “${receiver}”.`)
    const lock = await lockFor(run, receiver)
    const made = await makeBundle(
      session,
      workspace,
      { ...(receiver && { for: receiver }), ...(lock && { lock }) },
      reporting(run),
    )
    const { handle } = await request('headless.beginFile', { option: 'out' })
    await sendPieces(handle, made.pieces)
    const { operations, known, laptops, complete } = made
    return {
      operations,
      new: operations,
      known,
      conflicts: 0,
      quarantined: [],
      laptops,
      complete,
      laptop: workspace.laptop,
    }
  })

export const importBundle: Command = async (run) => {
  const { options, workspace } = run
  const { bytes } = await fileOption(options, 'file')
  const passphrase = await passphraseOf(run)
  const bundle = new BundleFile(workspace)
  try {
    const summary = await bundle.read(bytes, passphrase, reporting(run))
    if (mayJoin(run, summary)) {
      if (options.preview === true) return told(summary, freshOf(summary), { joins: true })
      const id = await bundle.join(reporting(run))
      return told(summary, freshOf(summary), { joined: id })
    }
    refuseForeign(run, summary)
    return await inEngagement(run, async (session) => {
      const preview = await bundle.preview(session, reporting(run))
      if (options.preview === true) return told(summary, preview, { rows: preview.rows })
      const change = await bundle.merge(session, options['accept-key'] === true, reporting(run))
      return told(summary, preview, { id: change?.id ?? null })
    })
  } finally {
    bundle.stop()
  }
}

export const undoBundle: Command = async (run) => {
  const bundle = neededOption(run.options, 'id')
  const engagement = chosenEngagement(run)
  const { operations, laptops } = await withdrawBundle(engagement, bundle)
  if (operations === 0)
    throw new CommandFailure(
      'no-such-bundle',
      `No bundle “${bundle}” stands in this engagement. “bundle import” prints the id of each, and it can be taken back once.`,
    )
  return { operations, new: 0, known: 0, conflicts: 0, quarantined: [], laptops, id: bundle }
}

/** A laptop that holds nothing yet begins with the bundle; another is asked to say so, with --join. */
function mayJoin({ workspace, options }: Run, { engagement }: BundleSummary): boolean {
  const holdsIt = workspace.engagements.some(({ id }) => id === engagement.id)
  const isEmpty = workspace.engagements.length === 0
  return !holdsIt && (options.join === true || (isEmpty && options.engagement === undefined))
}

function refuseForeign(run: Run, { engagement }: BundleSummary): void {
  const here = chosenEngagement(run)
  if (engagement.id === here) return
  throw new CommandFailure(
    'other-engagement',
    `The bundle belongs to the engagement “${engagement.name}” (${engagement.id}), not to ${here}. Say --engagement ${engagement.id} where this profile holds it, or --join to begin it here. Nothing was imported.`,
    { bundle: engagement.id, engagement: here },
  )
}

async function lockFor(run: Run, receiver: string | undefined): Promise<Lock | undefined> {
  const passphrase = await passphraseOf(run)
  if (passphrase !== undefined) return { passphrase }
  if (run.options.encrypt !== true) return undefined
  const known = await run.workspace.knownLaptops()
  const recipients = known
    .filter(({ laptop }) => receiver === undefined || laptop === receiver)
    .flatMap(({ recipient }) => (recipient === null ? [] : [recipient]))
  if (recipients.length === 0)
    throw new CommandFailure(
      'no-recipient',
      'No laptop is known to encrypt for. Import a bundle of it first, or use --passphrase-file.',
    )
  return { recipients }
}

async function passphraseOf(run: Run): Promise<string | undefined> {
  if (run.options['passphrase-file'] === undefined) return undefined
  const { name, bytes } = await fileOption(run.options, 'passphrase-file')
  const passphrase = decodeUnicode(bytes)?.text.replace(/\r?\n$/, '')
  if (!passphrase) throw new CommandFailure('no-passphrase', `“${name}” holds no passphrase.`)
  return passphrase
}

const freshOf = ({ operations }: BundleSummary) => ({ fresh: operations, known: 0, conflicts: 0 })

function told(
  summary: BundleSummary,
  { fresh, known, conflicts }: Pick<BundlePreview, 'fresh' | 'known' | 'conflicts'>,
  more: object,
) {
  const { operations, problems, quarantined, laptops, laptop, writer, key, complete, engagement } = summary
  return {
    operations,
    new: fresh,
    known,
    conflicts,
    quarantined: problems,
    quarantinedCount: quarantined,
    laptops,
    laptop,
    writer,
    complete,
    engagement: engagement.id,
    warnings: key === 'changed' ? [{ code: 'changed-key', laptop }] : [],
    ...more,
  }
}

function reporting({ progress }: Run) {
  return ({ step, done, total }: { step: string; done: number; total: number }) =>
    progress(total > 0 ? `${step}: ${done} of ${total}` : step)
}
