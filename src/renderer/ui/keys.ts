const onMac = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac')

const arrows = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }
const macNames: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Enter: '↩',
  ...arrows,
}
const otherNames: Readonly<Record<string, string>> = { Mod: 'Ctrl', ...arrows }

/**
 * Keys as they are written in code (`Mod+Shift+Z`, `g i`: one after the other) as they are named on this
 * machine: one list of keys held together for each step.
 */
export function keySteps(keys: string, mac = onMac): readonly (readonly string[])[] {
  const names = mac ? macNames : otherNames
  return keys
    .split(' ')
    .map((step) => step.split('+').map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key)))
}
