import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from './say.mjs'

const patienceMs = 15 * 60_000
const pollMs = 100

/**
 * Does the work while no other process does work under the same lock file. The lock holds its owner's process id, so
 * that one left behind by a crash is noticed and cleared.
 * @template T
 * @param {string} lockFile
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function oneAtATime(lockFile, work) {
  mkdirSync(dirname(lockFile), { recursive: true })
  const deadline = Date.now() + patienceMs
  while (!take(lockFile)) {
    if (Date.now() > deadline)
      throw new Refusal(`Another process still works here; if not, delete ${lockFile}`)
    clearIfAbandoned(lockFile)
    await sleep(pollMs)
  }
  try {
    return await work()
  } finally {
    rmSync(lockFile, { force: true })
  }
}

/**
 * Linking a finished file is atomic: nobody ever sees a lock without its owner's id.
 * @param {string} lockFile
 */
function take(lockFile) {
  const mine = `${lockFile}.${randomUUID()}`
  writeFileSync(mine, String(process.pid))
  try {
    linkSync(mine, lockFile)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    rmSync(mine)
  }
}

/** @param {string} lockFile */
function clearIfAbandoned(lockFile) {
  if (isAlive(ownerOf(lockFile))) return
  // Renamed before it is removed: of two processes that clear at once, only one gets the file.
  const aside = `${lockFile}.${randomUUID()}`
  try {
    renameSync(lockFile, aside)
  } catch {
    return
  }
  // A lock taken anew since we looked goes back to its owner.
  if (isAlive(ownerOf(aside))) renameSync(aside, lockFile)
  else rmSync(aside)
}

/** @param {string} lockFile */
function ownerOf(lockFile) {
  try {
    return Number(readFileSync(lockFile, 'utf8'))
  } catch {
    return process.pid
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** @param {unknown} error */
const codeOf = (error) => (error instanceof Error && 'code' in error ? error.code : undefined)
