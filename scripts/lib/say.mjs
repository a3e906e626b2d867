/** An expected failure: the reader needs the sentence, not the stack. */
export class Refusal extends Error {}

/**
 * Standard output belongs to the program being started, so all talk goes to standard error.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/**
 * Runs a script's work and turns its outcome into the exit code.
 * @param {() => Promise<number>} work
 */
export async function exitWith(work) {
  try {
    process.exitCode = await work()
  } catch (error) {
    say(error instanceof Refusal ? error.message : String(error instanceof Error ? error.stack : error))
    process.exitCode = 1
  }
}
