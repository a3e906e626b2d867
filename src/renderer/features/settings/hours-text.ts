const span = /^(\d{1,2})(?:[:.](\d{2}))?-(\d{1,2})(?:[:.](\d{2}))?$/

/**
 * Support hours of a day as they are stored (`08:00-12:00 13:00-18:00`) from how they are typed: `8-18`,
 * `8:30 – 12, 13-17`. '' when closed, undefined when they cannot be read, end before they start, or overlap.
 */
export function parseHours(text: string): string | undefined {
  const typed = text
    .trim()
    .replace(/\s*[-–—]\s*/g, '-')
    .split(/[\s,;]+/)
    .filter(Boolean)
  const spans: string[] = []
  let after = -1
  for (const part of typed) {
    const [, fromHour, fromMinute = '00', toHour, toMinute = '00'] = span.exec(part) ?? []
    if (fromHour === undefined || toHour === undefined) return undefined
    const from = minuteOfDay(fromHour, fromMinute)
    const to = minuteOfDay(toHour, toMinute)
    if (from === undefined || to === undefined || from <= after || to <= from) return undefined
    after = to
    spans.push(`${fromHour.padStart(2, '0')}:${fromMinute}-${toHour.padStart(2, '0')}:${toMinute}`)
  }
  return spans.join(' ')
}

/** What is wrong with hours as they are typed. */
export function hoursProblem(text: string): string | undefined {
  return parseHours(text) === undefined ? 'Such as 8-18, or 8-12 13-17, earliest first' : undefined
}

function minuteOfDay(hour: string, minute: string): number | undefined {
  const minutes = Number(hour) * 60 + Number(minute)
  return Number(minute) < 60 && minutes <= 24 * 60 ? minutes : undefined
}
