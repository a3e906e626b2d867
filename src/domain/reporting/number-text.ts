/** Made when they are first needed: the engine takes longer to get ready for one than the first screen for its figures. */
const formats: Intl.NumberFormat[] = []

function format(value: number, decimals: 0 | 1): string {
  formats[decimals] ??= new Intl.NumberFormat('en-GB', { maximumFractionDigits: decimals })
  return formats[decimals].format(value)
}

const between = /\B(?=(?:\d{3})+$)/g

const hyphen = '-'
/** The true sign, which reads at a glance where a hyphen does not. */
export const minus = '−'

/** A number as people read it, on screen and on paper: `1,204`, `−15` with a true minus sign. */
export function numberText(value: number, decimals: 0 | 1 = 0): string {
  const text = Number.isSafeInteger(value) ? String(value).replace(between, ',') : format(value, decimals)
  return text.replace(/^-0$/, '0').replace(hyphen, minus)
}

/** What `numberText` made, as programs read numbers. */
export function plainNumberText(text: string): string {
  return text.replaceAll(minus, hyphen)
}
