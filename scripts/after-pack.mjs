// Called by electron-builder once the unpacked app stands: sets the fuses and, on Linux, puts the launcher in place.
import { chmodSync, copyFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { FuseV1Options, FuseVersion } from '@electron/fuses'
import { inRepo } from './lib/paths.mjs'

/** What the packaged program can no longer be talked into, whoever starts it and with whatever environment. */
const fuses = {
  version: FuseVersion.V1,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // Pages come from the app's own scheme, never from file:.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
}

/** @param {import('electron-builder').AfterPackContext} context */
export default async function afterPack(context) {
  const { packager, appOutDir, electronPlatformName } = context
  await packager.addElectronFuses(context, fuses)
  if (electronPlatformName !== 'linux') return
  const program = join(appOutDir, `${packager.config.executableName}`)
  renameSync(program, `${program}.bin`)
  copyFileSync(inRepo('resources', 'linux', 'hypercare-war-room.sh'), program)
  chmodSync(program, 0o755)
}
