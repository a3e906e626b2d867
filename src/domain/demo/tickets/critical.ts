import type { Ticket } from './ticket'

/** Severity 1: few, each its own story, each known by name in the standup. */
export const criticalTickets: readonly Ticket[] = [
  {
    class: 'defect',
    component: 'Billing engine',
    processArea: 'Meter to cash',
    serious: 1,
    titles: [
      'Nightly billing run stops at step 4 with a lock timeout',
      'Billing run aborted overnight, {count} contracts not billed',
    ],
    description:
      'The run started at 22:00 and stopped at {time} in step 4 (rate determination). {count} contracts of portion {portion} have no invoice. The restart failed with the same lock timeout on the rate table. Tomorrow’s portion cannot start until this one is through.',
    workaround:
      'Run portion {portion} in blocks of 2,000 contracts with the dashboard refresh switched off. Takes about three hours.',
    fix: 'The dashboard refresh held a read lock on the rate table during the run. Refresh moved to 05:00 and reads a copy.',
    tags: ['batch', 'billing-run'],
  },
  {
    class: 'access',
    component: 'Roles & access',
    processArea: 'Contact centre',
    serious: 1,
    titles: ['Nobody in {unit} can log in since {time}', 'Login page loops back to itself for all of {unit}'],
    description:
      'Since {time} the sign-on page returns to itself without a message. Everyone in {unit} is affected, on all browsers; sessions that were open keep working. Calls are being taken on paper.',
    workaround:
      'Do not log out. Anyone locked out sits next to a colleague with an open session; paper forms are at the floor walkers’ desk.',
    fix: 'The signing certificate of the identity provider had been renewed without telling the CRM. New certificate loaded; its expiry is now monitored.',
    tags: ['sign-on', 'outage'],
  },
  {
    class: 'environment',
    component: 'Interfaces',
    processArea: 'Meter to cash',
    serious: 1,
    titles: [
      'Meter reading interface down, queue at {count} messages',
      'No readings have come in from the meter gateway since {time}',
    ],
    description:
      'The gateway has sent nothing since {time}. The queue on the middleware stands at {count} messages and grows. Readings for tonight’s billing are missing, estimates would go out instead.',
    workaround:
      'Hold tonight’s portion. Readings of large customers can be uploaded from the gateway’s own export.',
    fix: 'A worker process had run out of connections after a burst of smart-meter messages. Pool enlarged and back-pressure switched on.',
    tags: ['interface', 'meter-gateway'],
  },
  {
    class: 'defect',
    component: 'Payments',
    processArea: 'Receivables',
    serious: 1,
    titles: [
      'Direct debit file of today was rejected by the bank',
      'Bank refuses the collection file, {amount} not collected',
    ],
    description:
      'The bank rejected the whole collection file: creditor reference missing in {count} records. {amount} are not collected. The cut-off for a second file today is 15:30.',
    workaround:
      'Receivables fills in the reference with the macro of the old system and sends the file by hand before the cut-off.',
    fix: 'Mandates migrated without a creditor reference now take it from the company code. File checked against the bank’s rules before it leaves.',
    tags: ['payments', 'bank'],
  },
  {
    class: 'environment',
    component: 'Customer 360',
    processArea: 'Contact centre',
    serious: 1,
    titles: [
      'Customer screen takes over a minute to open, whole contact centre',
      'Customer 360 times out for every caller since {time}',
    ],
    description:
      'Opening a customer takes 60 to 90 seconds, then often times out. {unit} and the other centres all report it. The waiting line stands at {queue} callers and the average wait is above 20 minutes.',
    workaround: 'Open the contract directly by its number and leave the timeline tab closed.',
    fix: 'The timeline query lost its index in last night’s statistics update. Index restored, statistics job pinned.',
    tags: ['performance', 'contact-centre'],
  },
  {
    class: 'data',
    component: 'Invoice output',
    processArea: 'Meter to cash',
    serious: 1,
    titles: [
      'Invoices show another customer’s address',
      'Wrong names on invoices of portion {portion}: stop the mailing',
    ],
    description:
      'Invoices of portion {portion} carry the address of the previous tenant. At least {count} are printed, none has left the house yet as far as the mail room knows. The data protection officer has been told.',
    workaround: 'Mailing stopped. The mail room keeps all pallets of portion {portion} under lock.',
    fix: 'The address was read as of the first day of the billing period rather than of the invoice date. Corrected, portion printed again, old prints shredded and minuted.',
    tags: ['privacy', 'invoice'],
  },
  {
    class: 'defect',
    component: 'Field orders',
    processArea: 'Field service',
    serious: 1,
    titles: [
      'Burst-pipe orders do not reach the field crews',
      'Emergency orders stay in “released”, crews see nothing',
    ],
    description:
      'Since {time} no emergency order has arrived on the crews’ tablets. {queue} orders stand in “released”. Dispatch calls the crews by phone. There is a burst main in {district} right now.',
    workaround: 'Dispatch phones every emergency order through and notes the crew in the order’s remark.',
    fix: 'Orders without a planned end were refused by the mobile gateway. Planned end is now set for emergency orders.',
    tags: ['field', 'safety'],
  },
  {
    class: 'environment',
    component: 'Telephony',
    processArea: 'Contact centre',
    serious: 1,
    titles: [
      'Calls are cut off when the customer screen pops up',
      'Hotline drops calls at transfer, every second caller',
    ],
    description:
      'Roughly every second call is cut off at the moment the customer screen opens. Began at {time}. {unit} has switched the screen pop off by hand at {queue} desks, and there the calls hold.',
    workaround: 'Switch off the screen pop in the telephony bar (gear wheel, “open customer on call”).',
    fix: 'The telephony bar answered the same event twice after the browser update. Bar updated on all desks.',
    tags: ['telephony', 'contact-centre'],
  },
]
