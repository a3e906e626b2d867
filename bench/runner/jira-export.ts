import { Random } from '../../src/domain/demo/random'

/** An export of 36 columns in the shape that Jira writes; the same for the same number of records. */
export function jiraExport(records: number): string {
  const random = new Random(36)
  const lines = [headers.join(',')]
  for (let record = 1; record <= records; record++) {
    const cells = cellsOf(record, random)
    if (cells.length !== headers.length) throw new Error('A record has another width than the header.')
    lines.push(cells.map(quoted).join(','))
  }
  return `${lines.join('\r\n')}\r\n`
}

const headers = [
  'Summary',
  'Issue key',
  'Issue id',
  'Issue Type',
  'Status',
  'Project key',
  'Project name',
  'Priority',
  'Resolution',
  'Assignee',
  'Assignee Id',
  'Reporter',
  'Reporter Id',
  'Creator',
  'Created',
  'Updated',
  'Last Viewed',
  'Resolved',
  'Fix versions',
  'Components',
  'Due date',
  'Labels',
  'Labels',
  'Description',
  'Environment',
  'Watchers',
  'Comment',
  'Sprint',
  'Custom field (Business unit)',
  'Custom field (Users affected)',
  'Custom field (Root cause)',
  'Custom field (Rank)',
  'Custom field (Story Points)',
  'Custom field (Site)',
  'Status Category',
  'Parent',
]

const words = 'invoice meter login export tariff customer letter payment batch screen report address'.split(
  ' ',
)
const months = ['Sep', 'Oct', 'Nov'] as const
const minute = 60_000
const goLive = Date.parse('2026-09-01T06:00:00Z')

function cellsOf(record: number, random: Random): string[] {
  const pick = <T>(list: readonly T[]) => list[random.between(0, list.length - 1)] as T
  const sentence = (length: number) => Array.from({ length }, () => pick(words)).join(' ')
  const person = () => `Person ${random.between(1, 150)}`
  const created = goLive + random.between(0, 60 * 24 * 60) * minute
  const updated = created + random.between(1, 5_000) * minute
  const resolved = random.chance(0.6)
  const status = resolved ? 'Done' : pick(['To Do', 'In Progress', 'In Review'])
  const reporter = person()
  return [
    `${pick(['Cannot', 'Wrong', 'Slow', 'Missing'])} ${sentence(6)}`,
    `OPS-${record}`,
    String(100_000 + record),
    pick(['Bug', 'Task', 'Story', 'Incident']),
    status,
    'OPS',
    'Operations',
    pick(['Highest', 'High', 'Medium', 'Low', 'Lowest']),
    resolved ? 'Done' : '',
    person(),
    `5f${random.between(100_000, 999_999)}`,
    reporter,
    `5f${random.between(100_000, 999_999)}`,
    reporter,
    jiraDate(created),
    jiraDate(updated),
    jiraDate(updated),
    resolved ? jiraDate(updated) : '',
    `R${random.between(1, 9)}`,
    `Component ${random.between(1, 20)}`,
    random.chance(0.3) ? jiraDate(updated) : '',
    pick(words),
    pick(words),
    `${sentence(30)}.\n“${sentence(10)}”, said "${reporter}".`,
    pick(['Production', 'Training', 'Test']),
    person(),
    random.chance(0.2) ? `${jiraDate(updated)};${person()};${sentence(12)}` : '',
    `Sprint ${random.between(1, 6)}`,
    `Unit ${random.between(1, 12)}`,
    String(random.between(1, 500)),
    pick(['Data', 'Code', 'Training', '']),
    `0|i${record.toString(36)}:`,
    String(random.between(1, 13)),
    `Site ${random.between(1, 30)}`,
    resolved ? 'Done' : status === 'To Do' ? 'To Do' : 'In Progress',
    random.chance(0.1) ? String(100_000 + random.between(1, record)) : '',
  ]
}

/** `23/Nov/26 9:12 AM`. */
function jiraDate(instant: number): string {
  const date = new Date(instant)
  const two = (value: number) => String(value).padStart(2, '0')
  const hour = date.getUTCHours()
  const month = months[date.getUTCMonth() - 8] ?? 'Dec'
  const time = `${hour % 12 || 12}:${two(date.getUTCMinutes())} ${hour < 12 ? 'AM' : 'PM'}`
  return `${two(date.getUTCDate())}/${month}/26 ${time}`
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
