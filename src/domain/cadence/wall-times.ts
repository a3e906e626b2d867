const time = /(?<![\d:.])(\d{1,2})[:.](\d{2})(?![\d:.])/g

/** The times of day in a text as people type them, `8:30, 13.00 and 16:30`, as `08:30`, earliest first, each once. */
export function wallTimesIn(text: string | null | undefined): string[] {
  const found = new Set<string>()
  for (const [, hour = '', minute = ''] of (text ?? '').matchAll(time))
    if (Number(hour) < 24 && Number(minute) < 60) found.add(`${hour.padStart(2, '0')}:${minute}`)
  return [...found].sort()
}
