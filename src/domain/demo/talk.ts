/** What people write under an issue. */
export const talk = {
  working: [
    'Looking at it now.',
    'Could reproduce it with a test customer.',
    'Could not reproduce it in the test system. Please send the contract number of one more case.',
    'Called the reporter, the description is right. Screenshots attached in the ticket of the service desk.',
    'Found in the log, taking it up with the integration team.',
    'Same cause as something we saw in the rehearsal, checking whether the transport is in.',
    'Priority agreed with {unit}: after the billing run.',
    'Affects more people than reported. Raised at the standup.',
    'Fix is written, code review this afternoon.',
    'Waiting for the batch window, then we test again.',
  ],
  helping: [
    'Went by and showed it. Works.',
    'Three more colleagues had the same question, showed it to the whole team.',
    'Sent the quick guide.',
    'Belongs in the refresher, told Amélie.',
    'Answered by phone, the team lead passes it on.',
    'It is in the training deck, but on a slide that half the teams never got.',
  ],
  waiting: [
    'Asked the reporter for an example, no answer yet.',
    'Vendor ticket opened, first answer promised for tomorrow.',
    'Needs a decision by the process owner. On the agenda.',
    'Reminded the vendor.',
    'Reporter is on leave until next week, asked the team lead.',
  ],
  ended: [
    'Confirmed by the reporter, thanks!',
    'Retested with two cases, both right.',
    'Looks good in {unit}.',
    'Works again. Keeping an eye on it tomorrow morning.',
  ],
} as const

export const declineReasons = [
  'Works as designed and as agreed in the blueprint.',
  'Outside of the scope of this release.',
  'The old behaviour was the mistake; confirmed by the process owner.',
] as const

/** What was seen where a fix did not work. */
export const failures = [
  'Right for new cases, wrong for those from before the patch.',
  'Still the same in two of three tries.',
  'Right on the screen, wrong on the printed letter.',
  'Works for the lead role, not for the agents.',
] as const
