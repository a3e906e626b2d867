import type { Ticket } from './ticket'

/** Training gaps and questions: the system does what it should, and nobody has shown how. */
export const learningTickets: readonly Ticket[] = [
  {
    class: 'training-gap',
    component: 'Move in / move out',
    processArea: 'Moves',
    serious: 0.05,
    titles: [
      'How to record a move when the new tenant is not known',
      'Move-out without a successor: which option?',
    ],
    description:
      'Several colleagues in {unit} create a dummy customer when no successor is known. The landlord option would be right but sits under “more”.',
    workaround: 'Choose “more”, “owner takes over”. See quick guide 7.',
    fix: 'Floor walker showed the owner option; quick guide 7 now has a picture.',
    tags: ['moves', 'quick-guide'],
  },
  {
    class: 'training-gap',
    component: 'Case management',
    processArea: 'Contact centre',
    serious: 0,
    titles: [
      'Cases are closed instead of handed over',
      'Handing a case to the back office: team closes it and opens a new one',
    ],
    description:
      '{few} cases from {unit} were closed and opened again for Back Office Mail, so the history is lost and the waiting time starts anew.',
    workaround: 'Use “hand over” in the header; the case keeps its number.',
    fix: 'Shown at the team’s morning round; tip of the day sent to all centres.',
    tags: ['handover', 'tip-of-the-day'],
  },
  {
    class: 'training-gap',
    component: 'Payments',
    processArea: 'Receivables',
    serious: 0.05,
    titles: [
      'Instalment plan: where is the first due date entered',
      'Instalment plans start a month too late',
    ],
    description:
      'Plans entered by {unit} start a month too late because the first date is left as offered. {few} customers asked why nothing was collected.',
    workaround: 'Overwrite the first date before saving; afterwards only Receivables can change it.',
    fix: 'Ten-minute session with the team; field help added.',
    tags: ['instalments'],
  },
  {
    class: 'training-gap',
    component: 'Customer 360',
    processArea: 'Contact centre',
    serious: 0,
    titles: [
      'Customer not found by phone number',
      'Search by phone number gives nothing without the country code',
    ],
    description:
      'Colleagues search with 030… and find nothing. Numbers are stored with +49. Known from the training, but not from the one that {unit} attended.',
    workaround: 'Search with +49 and without the leading zero.',
    fix: 'Shown on the floor; a card with search tips lies on each desk.',
    tags: ['search', 'quick-guide'],
  },
  {
    class: 'training-gap',
    component: 'Meter data',
    processArea: 'Meter to cash',
    serious: 0.05,
    titles: [
      'Estimated readings are overwritten rather than corrected',
      'Correcting a reading: colleagues delete and type anew',
    ],
    description:
      '{unit} deletes an estimated reading and types the real one. The correction letter is then missing and the customer calls again. Case: contract {contract}.',
    workaround: 'Use “replace reading” from the context menu; the letter follows by itself.',
    fix: 'Exercise added to the refresher; three team members trained on the spot.',
    tags: ['meter-reading', 'refresher'],
  },
  {
    class: 'training-gap',
    component: 'Field orders',
    processArea: 'Field service',
    serious: 0.05,
    titles: [
      'Dispatch cannot find orders finished by the contractor',
      'Orders seem to vanish once the contractor has finished',
    ],
    description:
      'Finished orders move to the “to check” view. {unit} looks in “open” and creates them again. {few} doubles today in {district}.',
    workaround: 'Switch the view at the top left to “to check”.',
    fix: 'Default view of the role changed and shown at shift start.',
    tags: ['views'],
  },
  {
    class: 'training-gap',
    component: 'Dunning',
    processArea: 'Receivables',
    serious: 0,
    titles: [
      'Dunning lock is set on the customer, not on the item',
      'Locks for one invoice stop all reminders of a customer',
    ],
    description:
      'To stop one disputed reminder, {unit} locks the whole customer {contract}. Other open items are then never reminded.',
    workaround: 'Mark the item, then “lock item” with an end date.',
    fix: 'Explained in the receivables round; list of {few} locks cleaned up.',
    tags: ['dunning'],
  },
  {
    class: 'training-gap',
    component: 'Outbound mail',
    processArea: 'Contact centre',
    serious: 0,
    titles: ['Letters are written in Word and scanned', 'Text modules for letters are not used'],
    description:
      'Colleagues in {unit} write letters outside the system and scan them, since they do not find the text modules. It takes about ten minutes a letter.',
    workaround: 'Type # in the letter editor to see the modules of your team.',
    fix: 'Modules sorted by team and shown by the floor walker.',
    tags: ['letters', 'tip-of-the-day'],
  },
  {
    class: 'training-gap',
    component: 'Customer portal',
    processArea: 'Self-service',
    serious: 0,
    titles: [
      'Agents cannot explain how customers register in the portal',
      'Portal registration: callers need the access code letter',
    ],
    description:
      'Callers ask where to find the access code. {unit} sends them back to the web page, where the code is asked for. {few} repeat calls today.',
    workaround: 'Action “send access code” on the customer; arrives in two working days.',
    fix: 'Script for the hotline updated, shown at the team’s stand-up.',
    tags: ['portal', 'script'],
  },
  {
    class: 'training-gap',
    component: 'Reporting',
    processArea: 'Reporting',
    serious: 0,
    titles: ['Team leads count backlog by hand', 'Where do team leads see their open cases by age'],
    description:
      'Leads of {unit} export the case list and count in a spreadsheet each morning. The tile “my team by age” is there, but nobody has it on the start page.',
    workaround: 'Start page, pencil, add tile “my team by age”.',
    fix: 'Tile put on the start page of the role; leads shown.',
    tags: ['dashboard'],
  },
  {
    class: 'training-gap',
    component: 'Move in / move out',
    processArea: 'New connections',
    serious: 0.05,
    titles: [
      'New connection started as a move-in',
      'Building site connections are entered with the wrong process',
    ],
    description:
      'Requests for new buildings in {district} were entered as move-ins and stop for want of a meter. {few} of them since {day}.',
    workaround: 'Start with “new connection”; the meter is ordered along with it.',
    fix: 'Both processes shown side by side to the team; wrong entries converted.',
    tags: ['new-connections'],
  },
  {
    class: 'question',
    component: 'Billing engine',
    processArea: 'Meter to cash',
    serious: 0,
    titles: ['When will portion {portion} be billed', 'Which day is portion {portion} billed from now on'],
    description:
      'Customers ask when their invoice comes. The old calendar named the day of each portion, {unit} does not find it in the new system.',
    fix: 'Billing calendar put on the intranet and linked in the help menu.',
    tags: ['calendar'],
  },
  {
    class: 'question',
    component: 'Payments',
    processArea: 'Receivables',
    serious: 0,
    titles: [
      'May we take card payments at the counter again',
      'Card payments at the counter: since when not possible?',
    ],
    description:
      'The counter in {district} cannot take cards since go-live. Is that on purpose, and until when?',
    fix: 'On purpose until the new terminals arrive; answer sent to all counters.',
    tags: ['counter'],
  },
  {
    class: 'question',
    component: 'Customer 360',
    processArea: 'Contact centre',
    serious: 0,
    titles: [
      'What does the orange flag next to the name mean',
      'Meaning of the flags in the customer header',
    ],
    description: 'Callers of {unit} wonder about the orange flag on {contract}. Is the customer blocked?',
    fix: 'It marks a dispute under way. Legend added to the header.',
    tags: ['flags'],
  },
  {
    class: 'question',
    component: 'Dunning',
    processArea: 'Receivables',
    serious: 0,
    titles: [
      'Are reminders going out during the first weeks',
      'Is dunning paused after go-live, and for whom',
    ],
    description:
      'Customers call about missing reminders. Were they stopped for everybody or only for {district}?',
    fix: 'Reminders are paused for the first two weeks in all districts; bulletin sent.',
    tags: ['dunning', 'bulletin'],
  },
  {
    class: 'question',
    component: 'Case management',
    processArea: 'Contact centre',
    serious: 0,
    titles: [
      'Who works the queue “migration clarifications”',
      'Queue without a team: “migration clarifications”',
    ],
    description: 'There are {few} cases in the queue and no team seems to look at it. Who is in charge?',
    fix: 'Back Office Mail takes it until the end of hypercare, Master Data afterwards.',
    tags: ['queues'],
  },
]
