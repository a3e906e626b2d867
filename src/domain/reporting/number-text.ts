const formats = [0, 1].map((digits) => new Intl.NumberFormat('en-GB', { maximumFractionDigits: digits }))

const hyphen = '-'
/** The true sign, which reads at a glance where a hyphen does not. */
export const minus = '−'

/** A number as people read it, on screen and on paper: `1,204`, `−15` with a true minus sign. */
export function numberText(value: number, decimals: 0 | 1 = 0): string {
  const text = formats[decimals]?.format(value) ?? String(value)
  return text.replace(/^-0$/, '0').replace(hyphen, minus)
}

/** What `numberText` made, as programs read numbers. */
export function plainNumberText(text: string): string {
  return text.replaceAll(minus, hyphen)
}
