import { districts, units } from './cast'
import type { Random } from './random'
import type { Ticket } from './tickets/ticket'

export interface TicketText {
  readonly title: string
  readonly description: string
  readonly workaround: string | undefined
  readonly fix: string
}

const asides = [
  '',
  '',
  'Reported by the floor walker on the morning round.',
  'Also mentioned in the chat by two colleagues.',
  'Screenshot is with the service desk.',
  'Tried with another browser: no difference.',
  'Worked yesterday.',
  'Customer is waiting for a call back today.',
  'Not seen in the rehearsal.',
  'The old system did this without asking.',
  'Happens every time.',
  'Happens now and then, no pattern found yet.',
]

/** The ticket as this one reporter told it. The same number stands for the same thing throughout. */
export function tellTicket(ticket: Ticket, unit: string, random: Random): TicketText {
  const slots = new Map<string, string>()
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, slot: string) => {
      const told = slots.get(slot) ?? (slot === 'unit' ? unit : slotText(slot, random))
      slots.set(slot, told)
      return told
    })
  const headline = random.pick(ticket.titles)
  // Where a headline tells no difference by itself, about half of all people say who it was that noticed.
  const title = fill(headline.includes('{') || random.chance(0.45) ? headline : `${headline} ({unit})`)
  const description = `${fill(ticket.description)} ${random.pick(asides)}`.trim()
  return {
    title,
    description,
    workaround: ticket.workaround && fill(ticket.workaround),
    fix: fill(ticket.fix),
  }
}

function slotText(slot: string, random: Random): string {
  switch (slot) {
    case 'amount':
      return `${random.between(1, 48)},${String(random.between(0, 999)).padStart(3, '0')} EUR`
    case 'contract':
      return `40${random.between(100_000, 999_999)}`
    case 'count':
      return `${random.between(2, 18)},${random.between(1, 9)}${random.between(0, 9)}0`
    case 'day':
      return `${random.pick(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])}`
    case 'district':
      return random.pick(districts)
    case 'few':
      return String(random.between(3, 28))
    case 'meter':
      return `MW-${random.between(10, 99)}-${random.between(10_000, 99_999)}`
    case 'percent':
      return String(random.between(18, 42))
    case 'portion':
      return String(random.between(1, 20)).padStart(2, '0')
    case 'queue':
      return String(random.between(8, 70))
    case 'reading':
      return `${random.between(80, 999)} m³`
    case 'tariff':
      return random.pick(['Aqua Basic', 'Aqua Home', 'Aqua Business', 'Sewage Split', 'Garden Plus'])
    case 'time':
      return `${String(random.between(6, 16)).padStart(2, '0')}:${random.pick(['05', '10', '20', '35', '40', '50'])}`
    default:
      return random.pick(units)
  }
}
