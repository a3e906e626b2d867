// `npm run icons`: draws the PNGs of resources/icons from icon.svg, after it was changed. Needs librsvg's rsvg-convert.
import { inRepo } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { exitWith, Refusal } from './lib/say.mjs'

// Linux takes each size by its name; electron-builder makes the icons of Windows and macOS from the largest.
const sizes = [16, 32, 48, 64, 128, 256, 512]
const folder = inRepo('resources', 'icons')

await exitWith(async () => {
  for (const size of sizes) await draw(size, `${size}x${size}.png`)
  await draw(1024, 'icon.png')
  return 0
})

/**
 * @param {number} size
 * @param {string} name
 */
async function draw(size, name) {
  const args = ['--width', String(size), '--height', String(size), '--output', `${folder}/${name}`]
  const code = await run('rsvg-convert', [...args, `${folder}/icon.svg`])
  if (code !== 0) throw new Refusal(`rsvg-convert could not draw ${name}.`)
}
