import type { Ticket } from './ticket'

export const defectTickets: readonly Ticket[] = [
  {
    class: 'defect',
    component: 'Billing engine',
    processArea: 'Meter to cash',
    serious: 0.6,
    titles: [
      'Tariff {tariff} bills the base fee twice after a move',
      'Double base fee on {tariff} when a tenant moves mid-month',
    ],
    description:
      'Contract {contract}: tenant moved out on the 15th, successor moved in the same day. Both invoices carry the full base fee of {tariff}. {few} more contracts found with the same pattern in {district}.',
    workaround:
      'Credit the second base fee by hand (reason code 14) and note the contract in the list on the team drive.',
    fix: 'Base fee is now pro-rated by day on both sides of a move. Affected contracts were rebilled.',
    tags: ['tariff', 'moves'],
  },
  {
    class: 'defect',
    component: 'Invoice output',
    processArea: 'Meter to cash',
    serious: 0.2,
    titles: [
      'Invoice PDF misses the second page for long meter lists',
      'Page 2 is empty on invoices with more than {few} meters',
    ],
    description:
      'For customer {contract} with {few} meters the PDF ends after page 1, the total is missing. On screen the invoice is complete. Reprinting does not help.',
    workaround: 'Print from the preview, not from the archive.',
    fix: 'Page break rule corrected in the invoice layout.',
    tags: ['invoice', 'layout'],
  },
  {
    class: 'defect',
    component: 'Move in / move out',
    processArea: 'Moves',
    serious: 0.4,
    titles: [
      'Move-out cannot be saved when the final reading is lower than the estimate',
      'Move-out wizard stuck at step 3, reading “not plausible”',
    ],
    description:
      'The final reading of {reading} is below the last estimate. The wizard says “not plausible” and offers no way on, although the customer sent a photo. {unit} has {few} such cases waiting.',
    workaround: 'Enter the estimate as final reading, save, then correct the reading in the meter history.',
    fix: 'A reading below the estimate can be confirmed with a reason.',
    tags: ['moves', 'meter-reading'],
  },
  {
    class: 'defect',
    component: 'Dunning',
    processArea: 'Receivables',
    serious: 0.5,
    titles: [
      'Reminder sent although the instalment plan is kept',
      'Customers with an instalment plan receive a first reminder',
    ],
    description:
      'Customer {contract} pays {amount} monthly by agreement, no instalment is late, and still got a reminder dated {day}. The dunning run does not seem to look at plans created after go-live.',
    workaround: 'Set a dunning lock (reason “plan agreed”) when a plan is created.',
    fix: 'Dunning selection now reads plans from the new table. Reminders of {day} were withdrawn with a letter.',
    tags: ['dunning', 'letters'],
  },
  {
    class: 'defect',
    component: 'Customer portal',
    processArea: 'Self-service',
    serious: 0.35,
    titles: [
      'Portal shows consumption of the wrong year',
      'Consumption chart in the portal is shifted by one year',
    ],
    description:
      'Customer from {district} sees last year’s consumption under this year’s heading. Reproduced with test customer {contract}: table right, chart wrong.',
    workaround: 'Point callers to the table below the chart.',
    fix: 'Chart axis took the year from the invoice date. Fixed with the portal release.',
    tags: ['portal'],
  },
  {
    class: 'defect',
    component: 'Case management',
    processArea: 'Contact centre',
    serious: 0.15,
    titles: [
      'Case jumps to another queue when a note is added',
      'Adding a note moves the case from {unit} to “general”',
    ],
    description:
      'Any note typed into a case owned by {unit} sends it back to the general queue. Colleagues find their own cases again by searching, which costs a few minutes each time.',
    workaround: 'Add the note in the same step as the status change.',
    fix: 'Routing rule no longer fires on notes.',
    tags: ['routing'],
  },
  {
    class: 'defect',
    component: 'Outbound mail',
    processArea: 'Contact centre',
    serious: 0.2,
    titles: [
      'Umlauts in confirmation mails arrive as question marks',
      'Mail templates break special characters',
    ],
    description:
      'The confirmation of the appointment on {day} reads “Best?tigung”. All templates created before go-live are affected, new ones are fine.',
    workaround: 'Copy the text into a new template and use that one.',
    fix: 'Old templates converted to UTF-8.',
    tags: ['mail', 'templates'],
  },
  {
    class: 'defect',
    component: 'Meter data',
    processArea: 'Meter to cash',
    serious: 0.3,
    titles: [
      'Meter exchange leaves the old meter active',
      'Two active meters on {contract} after an exchange',
    ],
    description:
      'Meter {meter} was exchanged on {day}. Both the old and the new one are shown as active and the next reading asks for both. {few} exchanges by the same contractor look alike.',
    workaround: 'End-date the old meter by hand in the installation.',
    fix: 'The contractor’s upload now closes the old meter.',
    tags: ['meter-exchange'],
  },
  {
    class: 'defect',
    component: 'Payments',
    processArea: 'Receivables',
    serious: 0.4,
    titles: [
      'Incoming payments with a trailing blank are not matched',
      'Payments land in clarification although the reference is right',
    ],
    description:
      '{few} payments of {day} over {amount} in all went to clarification. The reference is right, but the bank appends a blank to it since the change of format.',
    workaround: 'Assign by hand from the clarification list, filter “reference contains”.',
    fix: 'References are trimmed before matching. The backlog was matched again overnight.',
    tags: ['payments', 'clarification'],
  },
  {
    class: 'defect',
    component: 'Customer 360',
    processArea: 'Contact centre',
    serious: 0.1,
    titles: [
      'Timeline hides contacts older than go-live',
      'No history before go-live in the customer timeline',
    ],
    description:
      'The timeline of {contract} begins with go-live. The contacts are there when searched for in the archive, they are just not listed. Callers who refer to earlier letters have to wait.',
    workaround: 'Use “archive” in the search, type “contact”.',
    fix: 'Timeline now reads migrated contacts as well.',
    tags: ['timeline', 'migration'],
  },
  {
    class: 'defect',
    component: 'Field orders',
    processArea: 'Field service',
    serious: 0.3,
    titles: [
      'Appointment slot offered twice in {district}',
      'Two customers got the same appointment on {day}',
    ],
    description:
      'Two customers in {district} have the same slot with the same fitter on {day}. The slot was confirmed to both by mail. Planning noticed in the morning.',
    workaround: 'Planning checks the day list at 07:00 and moves the later booking.',
    fix: 'A slot is now reserved while the booking dialog is open.',
    tags: ['appointments'],
  },
  {
    class: 'defect',
    component: 'Reporting',
    processArea: 'Reporting',
    serious: 0.1,
    titles: [
      'Open items report counts credit notes twice',
      'Receivables total differs from the ledger by {amount}',
    ],
    description:
      'The open items report of {day} is {amount} above the ledger. The difference is the sum of the credit notes, each counted twice. The monthly figures are due.',
    workaround: 'Take the figure from the ledger transaction.',
    fix: 'Join corrected in the report.',
    tags: ['report', 'month-end'],
  },
  {
    class: 'defect',
    component: 'Customer portal',
    processArea: 'Self-service',
    serious: 0.25,
    titles: [
      'Photo of a meter cannot be uploaded from a phone',
      'Portal rejects meter photos as “too large”',
    ],
    description:
      'Photos from current phones are above 5 MB and are refused with “error 413”. {few} customers called {unit} about it since {day}.',
    workaround: 'Ask the customer to send the reading as a number, the photo is optional.',
    fix: 'Photos are made smaller in the browser before the upload.',
    tags: ['portal', 'meter-reading'],
  },
  {
    class: 'defect',
    component: 'Case management',
    processArea: 'Contact centre',
    serious: 0.05,
    titles: [
      'Search forgets its filters when going back',
      'Filters of the case list are lost after opening a case',
    ],
    description:
      'Set the filter to {unit}, open a case, go back: the filter is gone. With the present backlog that is dozens of clicks an hour.',
    workaround: 'Open cases in a new tab.',
    fix: 'The list keeps its filters for the session.',
    tags: ['usability'],
  },
]
