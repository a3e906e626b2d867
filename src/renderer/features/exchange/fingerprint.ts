/** As much of a key as two people can compare by telephone. */
const characters = 16

export function fingerprintOf(publicKey: string): string {
  const bytes = Uint8Array.from(atob(publicKey), (character) => character.charCodeAt(0))
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return (hex.slice(0, characters).match(/.{4}/g) ?? []).join(' ')
}
