const units = ['bytes', 'KB', 'MB', 'GB'] as const

/** Size of a file as people say it: `640 KB`. */
export function formatSize(bytes: number): string {
  let size = bytes
  let unit = 0
  while (size >= 1_000 && unit < units.length - 1) {
    size /= 1_000
    unit++
  }
  return `${size >= 10 || unit === 0 ? Math.round(size) : size.toFixed(1)} ${units[unit]}`
}
