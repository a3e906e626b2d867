export type ImportProblemCode =
  | 'empty-file'
  | 'no-records'
  | 'not-a-table'
  | 'unsupported-file'
  | 'broken-workbook'
  | 'encrypted-workbook'
  | 'no-such-sheet'
  | 'broken-json'
  | 'too-large'
  | 'bad-mapping'
  | 'unknown-columns'
  | 'stopped'

/** A file or a mapping that cannot be used at all. The message says what, where and what to do about it. */
export class ImportProblem extends Error {
  override readonly name = 'ImportProblem'

  constructor(
    readonly code: ImportProblemCode,
    message: string,
    readonly details: Readonly<Record<string, string | number | readonly string[]>> = {},
  ) {
    super(message)
  }
}
