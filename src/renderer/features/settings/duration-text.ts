const minutesOf: Readonly<Record<string, number>> = { m: 1, min: 1, h: 60 }

/** `1 h 30 min` for 90. Days are left out on purpose: a day of support is not 24 hours. */
export function durationText(minutes: number | null | undefined): string {
  if (minutes === null || minutes === undefined) return ''
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(' ')
}

/** Minutes of `15 min`, `4h`, `1.5 h`, `1 h 30 min` or plain `90`; null for nothing, undefined for what is none of these. */
export function parseDuration(text: string): number | null | undefined {
  const typed = text.trim().toLowerCase().replaceAll(',', '.')
  if (typed === '') return null
  if (/^\d+$/.test(typed)) return Number(typed)
  const parts = [...typed.matchAll(/(\d+(?:\.\d+)?)\s*(h|min|m)(?![a-z])\s*/g)]
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== typed) return undefined
  return Math.round(
    parts.reduce((sum, [, number, unit]) => sum + Number(number) * (minutesOf[unit ?? ''] ?? 0), 0),
  )
}
