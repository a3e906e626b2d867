import { decodeUnicode } from '@domain/importing/decode-unicode'
import { request } from '../app/bridge'
import { readWhole } from '../storage/opened-file'
import { CommandFailure } from './failure'
import { neededOption, type Options } from './run'

export interface OptionFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The file that an option names. @throws RefusedError when it cannot be read. */
export async function fileOption(options: Options, option: string): Promise<OptionFile> {
  neededOption(options, option)
  const opened = await request('headless.openFile', { option })
  return { name: opened.name, bytes: await readWhole(opened) }
}

/** The JSON in the file that an option names. */
export async function jsonOption(options: Options, option: string): Promise<unknown> {
  const { name, bytes } = await fileOption(options, option)
  try {
    const decoded = decodeUnicode(bytes)
    if (!decoded) throw new SyntaxError('it is neither UTF-8 nor UTF-16 text')
    return JSON.parse(decoded.text)
  } catch (error) {
    throw new CommandFailure(
      'not-json',
      `“${name}” is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
