import { useLayoutEffect, useRef } from 'react'

/** Where keys work, as the sheet of all keys and the palette name it. */
export type ShortcutGroup =
  | 'Everywhere'
  | 'Go to'
  | 'Today'
  | 'Ownership'
  | 'Rota'
  | 'Issues'
  | 'In the list of issues'
  | 'An open issue'
  | 'Triage'
  | 'Standups'
  | 'Risks and decisions'
  | 'Shift notes'
  | 'Import'
  | 'Exchange'
  | 'Reports'
  | 'Sign-off'
  | 'Conflicts'
  | 'Patches'
  | 'Bulletins'
  | 'Training'
  | 'Handover'
  | 'Exit'
  | 'Adoption'
  | 'Forecast'

export interface Shortcut {
  /** `Mod+K` together, `g i` one after the other. Mod is Ctrl, and ⌘ on a Mac. */
  readonly keys: string
  readonly also?: string
  readonly title: string
  readonly group: ShortcutGroup
  /** Works while typing in a field too. */
  readonly whileTyping?: boolean
  /** Makes sense from any screen: the palette goes to its own first. */
  readonly fromAnywhere?: boolean
}

/** Every key of the product. What a screen offers is listed here, and works while something listens to it. */
export const shortcuts = {
  palette: {
    keys: 'Mod+K',
    title: 'Find any issue, person or command',
    group: 'Everywhere',
    whileTyping: true,
  },
  keys: { keys: '?', title: 'Show all keys', group: 'Everywhere' },
  explain: { keys: '=', title: 'Explain the numbers here', group: 'Everywhere' },
  undo: { keys: 'Mod+Z', title: 'Undo the last change', group: 'Everywhere' },
  redo: { keys: 'Mod+Shift+Z', also: 'Mod+Y', title: 'Redo it', group: 'Everywhere' },
  newIssue: { keys: 'n', title: 'New issue', group: 'Everywhere' },
  exportIssues: {
    keys: 'Mod+Shift+E',
    title: 'Export the issues shown',
    group: 'Everywhere',
    whileTyping: true,
  },
  mentionsMe: { keys: 'g a', title: 'Issues that mention me', group: 'Everywhere' },
  theme: { keys: 'Mod+Shift+L', title: 'Light or dark', group: 'Everywhere' },
  density: { keys: 'Mod+Shift+D', title: 'Compact or comfortable', group: 'Everywhere' },
  closeMessage: { keys: 'Escape', title: 'Close the latest message', group: 'Everywhere' },
  goToday: { keys: 'g d', title: 'Today', group: 'Go to' },
  goIssues: { keys: 'g i', title: 'Issues', group: 'Go to' },
  goTriage: { keys: 'g t', title: 'Triage', group: 'Go to' },
  goShiftNotes: { keys: 'g v', title: 'Shift notes', group: 'Go to' },
  goRegisters: { keys: 'g k', title: 'Risks and decisions', group: 'Go to' },
  goStandups: { keys: 'g u', title: 'Standups', group: 'Go to' },
  goImport: { keys: 'g m', title: 'Import', group: 'Go to' },
  goExchange: { keys: 'g x', title: 'Exchange', group: 'Go to' },
  goOwnership: { keys: 'g o', title: 'Ownership', group: 'Go to' },
  goRota: { keys: 'g w', title: 'Rota', group: 'Go to' },
  goReports: { keys: 'g r', title: 'Reports', group: 'Go to' },
  goConflicts: { keys: 'g c', title: 'Conflicts', group: 'Go to' },
  goPatches: { keys: 'g p', title: 'Patches', group: 'Go to' },
  goTraining: { keys: 'g n', title: 'Training', group: 'Go to' },
  goBulletins: { keys: 'g b', title: 'Bulletins', group: 'Go to' },
  goHandover: { keys: 'g j', title: 'Handover', group: 'Go to' },
  goExit: { keys: 'g q', title: 'Exit', group: 'Go to' },
  goAdoption: { keys: 'g l', title: 'Adoption', group: 'Go to' },
  goForecast: { keys: 'g f', title: 'Forecast', group: 'Go to' },
  goSettings: { keys: 'g s', title: 'Settings', group: 'Go to' },
  goHistory: { keys: 'g h', title: 'History of changes', group: 'Go to' },
  goEngagements: { keys: 'g e', title: 'Engagements', group: 'Go to' },
  todayWall: { keys: 'w', title: 'Show on the wall', group: 'Today', fromAnywhere: true },
  todayLeaveWall: { keys: 'Escape', title: 'Leave the wall', group: 'Today' },
  todaySeen: { keys: 's', title: 'I have seen what changed', group: 'Today' },
  todayStep1: { keys: '1', title: 'Do the first thing', group: 'Today' },
  todayStep2: { keys: '2', title: 'Do the second', group: 'Today' },
  todayStep3: { keys: '3', title: 'Do the third', group: 'Today' },
  todayStep4: { keys: '4', title: 'Do the fourth', group: 'Today' },
  todayStep5: { keys: '5', title: 'Do the fifth', group: 'Today' },
  leaver: { keys: 'l', title: 'Somebody has left', group: 'Ownership', fromAnywhere: true },
  rotaOverride: { keys: 'o', title: 'Override', group: 'Rota' },
  rotaOffer: { keys: 's', title: 'Offer a swap', group: 'Rota' },
  rotaTake: { keys: 't', title: 'Take it', group: 'Rota' },
  rotaApprove: { keys: 'p', title: 'Approve', group: 'Rota' },
  rotaDecline: { keys: 'x', title: 'Take the offer back or decline', group: 'Rota' },
  rotaLeave: { keys: 'l', title: 'Leave', group: 'Rota', fromAnywhere: true },
  rotaChange: { keys: 'e', title: 'Change the rotation', group: 'Rota' },
  rotaName: { keys: 'r', title: 'Name and layer', group: 'Rota' },
  rotaEndPlan: { keys: 'z', title: 'End the temporary plan', group: 'Rota' },
  rotaEndOverride: { keys: 'Delete', title: 'End the override', group: 'Rota' },
  rotaFirst: { keys: 'm', title: 'Make a first rota', group: 'Rota' },
  rotaAdd: { keys: 'a', title: 'Add a rotation', group: 'Rota', fromAnywhere: true },
  rotaNeeds: { keys: 'c', title: 'Needed cover', group: 'Rota', fromAnywhere: true },
  rotaFill: { keys: 'f', title: 'Fill the rota', group: 'Rota', fromAnywhere: true },
  rotaCalendar: { keys: 'd', title: 'Shifts as a calendar', group: 'Rota', fromAnywhere: true },
  rotaSchedule: { keys: 'i', title: 'Import shifts', group: 'Rota', fromAnywhere: true },
  rotaMend: { keys: 'w', title: 'Do the first suggested swap', group: 'Rota' },
  rotaScale: { keys: 'v', title: 'Week or month', group: 'Rota' },
  rotaBefore: { keys: '[', title: 'The time before', group: 'Rota' },
  rotaAfter: { keys: ']', title: 'The time after', group: 'Rota' },
  rotaNow: { keys: '.', title: 'Back to now', group: 'Rota' },
  search: { keys: '/', title: 'Search issues', group: 'Issues', fromAnywhere: true },
  attachFile: { keys: 'Mod+Shift+A', title: 'Attach a file', group: 'An open issue', whileTyping: true },
  putOnStandup: {
    keys: 'Mod+Shift+S',
    title: 'Put it on the standup',
    group: 'An open issue',
    whileTyping: true,
  },
  issueViews: { keys: 'v', title: 'Views of the list', group: 'Issues', fromAnywhere: true },
  saveView: { keys: 'Mod+S', title: 'Save how the list looks as a view', group: 'Issues', whileTyping: true },
  resolvedBy: { keys: 'z', title: 'Resolved by…', group: 'Issues' },
  changePicked: { keys: 'e', title: 'Change the issues picked', group: 'Issues' },
  groupIssues: { keys: 'b', title: 'Group by a column', group: 'Issues', fromAnywhere: true },
  triageSeverity1: { keys: '1', title: 'Severity 1', group: 'Triage' },
  triageSeverity2: { keys: '2', title: 'Severity 2', group: 'Triage' },
  triageSeverity3: { keys: '3', title: 'Severity 3', group: 'Triage' },
  triageDefect: { keys: 'd', title: 'Defect', group: 'Triage' },
  triageTrainingGap: { keys: 't', title: 'Training gap', group: 'Triage' },
  triageQuestion: { keys: 'q', title: 'Question', group: 'Triage' },
  triageChangeRequest: { keys: 'r', title: 'Change request', group: 'Triage' },
  triageData: { keys: 'b', title: 'Data', group: 'Triage' },
  triageAccess: { keys: 'a', title: 'Access', group: 'Triage' },
  triageConfiguration: { keys: 'f', title: 'Configuration', group: 'Triage' },
  triageEnvironment: { keys: 'v', title: 'Environment', group: 'Triage' },
  triagePublish: { keys: 'y', title: 'Tell users', group: 'Triage' },
  triageOwner: { keys: 'o', title: 'Owner', group: 'Triage' },
  triageTeam: { keys: 'e', title: 'Team', group: 'Triage' },
  triageWorkaround: { keys: 'w', title: 'Workaround', group: 'Triage' },
  triageResolved: { keys: 'z', title: 'Resolved by…', group: 'Triage' },
  triageMerge: { keys: 'm', title: 'Merge into another', group: 'Triage' },
  triageDecline: { keys: 'x', title: 'Decline', group: 'Triage' },
  triageHold: { keys: 'h', title: 'Hold', group: 'Triage' },
  triageSplit: { keys: 's', title: 'Split', group: 'Triage' },
  triageComment: { keys: 'c', title: 'Comment', group: 'Triage' },
  triageDone: { keys: 'Enter', title: 'Done: next', group: 'Triage' },
  triageBack: { keys: 'ArrowLeft', also: 'Backspace', title: 'Previous', group: 'Triage' },
  triageSkip: { keys: 'ArrowRight', title: 'Skip', group: 'Triage' },
  triageUndo: { keys: 'u', title: 'Undo', group: 'Triage' },
  triageNotLooked: {
    keys: 'l',
    title: 'What nobody has looked at today',
    group: 'Triage',
    fromAnywhere: true,
  },
  triageSessions: { keys: 'p', title: 'Past sessions', group: 'Triage', fromAnywhere: true },
  standupHold: { keys: 'h', title: 'Hold the standup', group: 'Standups', fromAnywhere: true },
  standupSearch: { keys: '/', title: 'Search past standups', group: 'Standups', fromAnywhere: true },
  standupNext: { keys: 'j', also: 'ArrowRight', title: 'Next person or topic', group: 'Standups' },
  standupBack: { keys: 'k', also: 'ArrowLeft', title: 'The one before', group: 'Standups' },
  standupLineDown: { keys: 'ArrowDown', title: 'Next line', group: 'Standups' },
  standupLineUp: { keys: 'ArrowUp', title: 'Line above', group: 'Standups' },
  standupNote: { keys: 't', title: 'Note', group: 'Standups' },
  standupBlocker: { keys: 'b', title: 'Blocker', group: 'Standups' },
  standupDecision: { keys: 'd', title: 'Decision', group: 'Standups' },
  standupAction: { keys: 'a', title: 'Action', group: 'Standups' },
  standupHere: { keys: 'p', title: 'There, or not', group: 'Standups' },
  standupDone: { keys: 'x', title: 'Done, or open again', group: 'Standups' },
  standupReword: { keys: 'w', title: 'Word the line anew', group: 'Standups' },
  standupToIssue: { keys: 'i', title: 'Make an issue of the line', group: 'Standups' },
  standupFromIssue: { keys: 'l', title: 'Make a line of the issue', group: 'Standups' },
  standupOpenIssue: { keys: 'o', title: 'Open the issue', group: 'Standups' },
  standupRemove: { keys: 'Delete', title: 'Remove the line', group: 'Standups' },
  standupEnd: { keys: 'e', title: 'End it, or go on', group: 'Standups' },
  standupCopy: { keys: 'c', title: 'Copy as Markdown', group: 'Standups' },
  standupSave: { keys: 'Mod+S', title: 'Save as Markdown', group: 'Standups', whileTyping: true },
  standupLeave: { keys: 'Escape', title: 'Back to all standups', group: 'Standups' },
  newRisk: { keys: 'r', title: 'Write down a risk', group: 'Risks and decisions', fromAnywhere: true },
  askDecision: { keys: 'd', title: 'Ask for a decision', group: 'Risks and decisions', fromAnywhere: true },
  registerDown: { keys: 'j', also: 'ArrowDown', title: 'Next line', group: 'Risks and decisions' },
  registerUp: { keys: 'k', also: 'ArrowUp', title: 'Line above', group: 'Risks and decisions' },
  registerOther: {
    keys: 'ArrowRight',
    also: 'ArrowLeft',
    title: 'The other list',
    group: 'Risks and decisions',
  },
  registerEdit: { keys: 'w', title: 'Change the line', group: 'Risks and decisions' },
  registerStatus: { keys: 's', title: 'Next status of the risk', group: 'Risks and decisions' },
  registerMade: { keys: 'm', title: 'The decision is made', group: 'Risks and decisions' },
  registerLink: { keys: 'l', title: 'Link an issue', group: 'Risks and decisions' },
  registerOpen: { keys: 'o', title: 'Open the linked issue', group: 'Risks and decisions' },
  registerRemove: { keys: 'Delete', title: 'Remove the line', group: 'Risks and decisions' },
  registerOver: { keys: 'h', title: 'Show or hide what is over', group: 'Risks and decisions' },
  shiftNoteWrite: {
    keys: 'w',
    title: 'Write the note of my shift',
    group: 'Shift notes',
    fromAnywhere: true,
  },
  shiftNoteEdit: { keys: 'e', title: 'Change the note', group: 'Shift notes' },
  shiftNoteHand: { keys: 'h', title: 'Hand it over', group: 'Shift notes' },
  shiftNoteRead: { keys: 'y', title: 'I have read it', group: 'Shift notes' },
  shiftNoteDown: { keys: 'j', also: 'ArrowDown', title: 'Next note', group: 'Shift notes' },
  shiftNoteUp: { keys: 'k', also: 'ArrowUp', title: 'Note above', group: 'Shift notes' },
  shiftNoteCopy: { keys: 'c', title: 'Copy the note', group: 'Shift notes' },
  shiftNoteRemove: { keys: 'Delete', title: 'Remove the note', group: 'Shift notes' },
  chooseFile: { keys: 'o', title: 'Choose a file', group: 'Import', fromAnywhere: true },
  dayFirst: { keys: 'd', title: 'Dates with the day first', group: 'Import' },
  monthFirst: { keys: 'm', title: 'Dates with the month first', group: 'Import' },
  storeImport: {
    keys: 'Mod+Enter',
    title: 'Import what is shown',
    group: 'Import',
    whileTyping: true,
  },
  chooseBundle: { keys: 'o', title: 'Take in a bundle', group: 'Exchange', fromAnywhere: true },
  mergeBundle: {
    keys: 'Mod+Enter',
    title: 'Go on with the bundle shown',
    group: 'Exchange',
    whileTyping: true,
  },
  syncNow: { keys: 'y', title: 'Sync with the folder now', group: 'Exchange', fromAnywhere: true },
  savePdf: {
    keys: 'Mod+S',
    title: 'Save the report as PDF',
    group: 'Reports',
    whileTyping: true,
    fromAnywhere: true,
  },
  saveFigures: {
    keys: 'Mod+Shift+X',
    title: 'Save the figures of the report as XLSX',
    group: 'Reports',
    whileTyping: true,
    fromAnywhere: true,
  },
  reportAudience: { keys: 'a', title: 'Change the audience of the report', group: 'Reports' },
  signExit: { keys: 's', title: 'Sign the exit report', group: 'Sign-off', fromAnywhere: true },
  conflictMine: { keys: 'm', title: 'Keep mine', group: 'Conflicts' },
  conflictTheirs: { keys: 't', title: 'Take theirs', group: 'Conflicts' },
  conflictSide1: { keys: '1', title: 'Take the first', group: 'Conflicts' },
  conflictSide2: { keys: '2', title: 'Take the second', group: 'Conflicts' },
  conflictSide3: { keys: '3', title: 'Take the third', group: 'Conflicts' },
  conflictSide4: { keys: '4', title: 'Take the fourth', group: 'Conflicts' },
  conflictSide5: { keys: '5', title: 'Take the fifth', group: 'Conflicts' },
  conflictSide6: { keys: '6', title: 'Take the sixth', group: 'Conflicts' },
  conflictSide7: { keys: '7', title: 'Take the seventh', group: 'Conflicts' },
  conflictSide8: { keys: '8', title: 'Take the eighth', group: 'Conflicts' },
  conflictSide9: { keys: '9', title: 'Take the ninth', group: 'Conflicts' },
  conflictNext: { keys: 'j', also: 'ArrowDown', title: 'Next', group: 'Conflicts' },
  conflictBefore: { keys: 'k', also: 'ArrowUp', title: 'Previous', group: 'Conflicts' },
  conflictOpen: { keys: 'o', title: 'Open the issue', group: 'Conflicts' },
  conflictUndo: { keys: 'u', title: 'Undo', group: 'Conflicts' },
  conflictRule: { keys: 'r', title: 'Settle by rule', group: 'Conflicts' },
  patchNew: { keys: 'a', title: 'New patch', group: 'Patches', fromAnywhere: true },
  patchBefore: { keys: '[', title: 'Patch before', group: 'Patches' },
  patchNext: { keys: ']', title: 'Next patch', group: 'Patches' },
  patchEdit: { keys: 'e', title: 'Change the patch', group: 'Patches' },
  patchNotes: { keys: 'r', title: 'Release notes', group: 'Patches' },
  patchTest: { keys: 't', title: 'Begin the test', group: 'Patches' },
  patchReplan: { keys: 'p', title: 'Back to planned', group: 'Patches' },
  patchShip: { keys: 's', title: 'Ship', group: 'Patches' },
  patchConfirm: { keys: 'c', title: 'Confirm', group: 'Patches' },
  patchRollBack: { keys: 'b', title: 'Roll back', group: 'Patches' },
  patchWithdraw: { keys: 'w', title: 'Withdraw', group: 'Patches' },
  patchDown: { keys: 'j', also: 'ArrowDown', title: 'Next issue', group: 'Patches' },
  patchUp: { keys: 'k', also: 'ArrowUp', title: 'Issue before', group: 'Patches' },
  patchPick: { keys: 'x', title: 'Pick', group: 'Patches' },
  patchPickAll: { keys: 'Mod+A', title: 'Pick all', group: 'Patches' },
  patchOpenIssue: { keys: 'Enter', title: 'Open the issue', group: 'Patches' },
  patchPut: { keys: 'm', title: 'Put on a patch', group: 'Patches' },
  patchTakeOff: { keys: 'o', title: 'Take off the patch', group: 'Patches' },
  retestPass: { keys: 'y', title: 'Passed', group: 'Patches' },
  retestFail: { keys: 'f', title: 'Failed', group: 'Patches' },
  retestExcuse: { keys: 'v', title: 'Excuse', group: 'Patches' },
  retestConfirmer: { keys: 'h', title: 'Who confirms', group: 'Patches' },
  patchUndo: { keys: 'u', title: 'Undo', group: 'Patches' },
  handoverNew: { keys: 'a', title: 'Write down what is handed over', group: 'Handover', fromAnywhere: true },
  handoverEdit: { keys: 'e', also: 'Enter', title: 'Change the line', group: 'Handover' },
  handoverAccept: { keys: 'y', title: 'Accepted…', group: 'Handover' },
  handoverAcceptAll: { keys: 'Mod+Enter', title: 'All that is left open accepted…', group: 'Handover' },
  handoverDecline: { keys: 'x', title: 'Declined…', group: 'Handover' },
  handoverTakeBack: { keys: 'b', title: 'Neither accepted nor declined', group: 'Handover' },
  handoverHeld: { keys: 'h', title: 'The session was held, or not', group: 'Handover' },
  handoverPropose: { keys: 'p', title: 'Draft from the issues', group: 'Handover' },
  handoverIssue: { keys: 'o', title: 'Open the issue', group: 'Handover' },
  handoverRemove: { keys: 'Delete', title: 'Take the line off', group: 'Handover' },
  handoverMarkdown: { keys: 'm', title: 'Save as Markdown', group: 'Handover', fromAnywhere: true },
  handoverPdf: {
    keys: 'Mod+S',
    title: 'Save as PDF',
    group: 'Handover',
    whileTyping: true,
  },
  handoverDown: { keys: 'j', also: 'ArrowDown', title: 'Next line', group: 'Handover' },
  handoverUp: { keys: 'k', also: 'ArrowUp', title: 'Line above', group: 'Handover' },
  handoverSectionNext: { keys: ']', also: 'ArrowRight', title: 'Next section', group: 'Handover' },
  handoverSectionBefore: { keys: '[', also: 'ArrowLeft', title: 'Section before', group: 'Handover' },
  audienceNew: { keys: 'a', title: 'New audience', group: 'Bulletins', fromAnywhere: true },
  audienceEdit: { keys: 'e', title: 'Change the audience', group: 'Bulletins' },
  trainingNext: { keys: 'j', also: 'ArrowDown', title: 'Next', group: 'Training' },
  trainingBefore: { keys: 'k', also: 'ArrowUp', title: 'Previous', group: 'Training' },
  trainingSession: { keys: '1', title: 'Plan a session', group: 'Training' },
  trainingGuide: { keys: '2', title: 'Plan a guide', group: 'Training' },
  trainingTip: { keys: '3', title: 'Plan a tip', group: 'Training' },
  trainingIssues: { keys: 'o', title: 'Show the questions', group: 'Training' },
  forecastMorePeople: { keys: 'a', title: 'One more person', group: 'Forecast' },
  forecastFewerPeople: { keys: 'x', title: 'One person fewer', group: 'Forecast' },
  forecastPatchDaily: { keys: 'p', title: 'Patch daily', group: 'Forecast' },
  forecastFewerIssues: { keys: '[', title: 'Fewer new issues', group: 'Forecast' },
  forecastMoreIssues: { keys: ']', title: 'More new issues', group: 'Forecast' },
  forecastTab: { keys: 'v', title: 'Forecast, or plan and effort', group: 'Forecast' },
  planTwoWeeks: { keys: '1', title: 'Take the plan of two weeks', group: 'Forecast' },
  planFourWeeks: { keys: '2', title: 'Take the plan of four weeks', group: 'Forecast' },
  planNinetyDays: { keys: '3', title: 'Take the plan of 90 days', group: 'Forecast' },
  effortTell: { keys: 'w', title: 'Write down hours', group: 'Forecast' },
  effortFromShifts: { keys: 't', title: 'Take over hours on shift', group: 'Forecast' },
  forecastAsItIs: { keys: '0', title: 'Forecast it as it is', group: 'Forecast' },
  trainingNew: { keys: 'a', title: 'Plan something else', group: 'Training', fromAnywhere: true },
  adoptionImport: { keys: 'i', title: 'Import use', group: 'Adoption', fromAnywhere: true },
  adoptionNew: { keys: 'a', title: 'Write down a concern', group: 'Adoption', fromAnywhere: true },
  adoptionDown: { keys: 'j', also: 'ArrowDown', title: 'Next concern', group: 'Adoption' },
  adoptionUp: { keys: 'k', also: 'ArrowUp', title: 'Concern above', group: 'Adoption' },
  adoptionLookAfter: { keys: 'w', title: 'Look after it, or change it', group: 'Adoption' },
  adoptionDone: { keys: 'd', title: 'Done, or open again', group: 'Adoption' },
  adoptionDismiss: { keys: 'x', title: 'No concern', group: 'Adoption' },
  adoptionRemove: { keys: 'Delete', title: 'Remove the concern', group: 'Adoption' },
  bulletinNext: { keys: 'j', also: 'ArrowDown', title: 'Next', group: 'Bulletins' },
  bulletinBefore: { keys: 'k', also: 'ArrowUp', title: 'Previous', group: 'Bulletins' },
  bulletinBegin: { keys: 'b', title: 'Begin the bulletin', group: 'Bulletins' },
  bulletinCopy: { keys: 'c', title: 'Copy as rich text', group: 'Bulletins' },
  bulletinMail: { keys: 'm', title: 'Save as a mail draft', group: 'Bulletins' },
  bulletinPage: { keys: 'h', title: 'Save as HTML', group: 'Bulletins' },
  bulletinMarkdown: { keys: 't', title: 'Save as Markdown', group: 'Bulletins' },
  bulletinSent: { keys: 's', title: 'Mark as sent', group: 'Bulletins' },
  exitDown: { keys: 'j', also: 'ArrowDown', title: 'Next criterion', group: 'Exit' },
  exitUp: { keys: 'k', also: 'ArrowUp', title: 'Criterion above', group: 'Exit' },
  exitBefore: { keys: '[', title: 'The day before', group: 'Exit' },
  exitAfter: { keys: ']', title: 'The day after', group: 'Exit' },
  exitNow: { keys: '.', title: 'Back to now', group: 'Exit' },
  exitNew: { keys: 'a', title: 'Write down an exit criterion', group: 'Exit', fromAnywhere: true },
  exitChange: { keys: 'e', title: 'Change the criterion', group: 'Exit' },
  exitMet: { keys: 'm', title: 'Met, or not', group: 'Exit' },
  exitLink: { keys: 'l', title: 'Link an issue', group: 'Exit' },
  exitOpen: { keys: 'o', title: 'List the issues of its evidence', group: 'Exit' },
  exitApplies: { keys: 'x', title: 'Leave it out, or take it up', group: 'Exit' },
  exitRemove: { keys: 'Delete', title: 'Remove the criterion', group: 'Exit' },
} as const satisfies Record<string, Shortcut>

/** Keys that the list of issues answers to while it has the focus. */
export const listKeys: readonly Shortcut[] = [
  { keys: 'j', title: 'Next issue', group: 'In the list of issues' },
  { keys: 'k', title: 'Issue before', group: 'In the list of issues' },
  { keys: 'Enter', title: 'Open it', group: 'In the list of issues' },
  { keys: 'Escape', title: 'Close it', group: 'In the list of issues' },
  { keys: 'x', title: 'Pick it, to change many at once', group: 'In the list of issues' },
  { keys: 'Mod+A', title: 'Pick all that are shown', group: 'In the list of issues' },
  { keys: 'ArrowLeft', title: 'Close the group', group: 'In the list of issues' },
  { keys: 'ArrowRight', title: 'Open the group', group: 'In the list of issues' },
  { keys: 'Shift+ArrowLeft', title: 'Close all groups', group: 'In the list of issues' },
  { keys: 'Shift+ArrowRight', title: 'Open all groups', group: 'In the list of issues' },
]

/** Keys that the list of issues without an owner answers to while it has the focus. */
export const orphanKeys: readonly Shortcut[] = [
  { keys: 'j', title: 'Next issue', group: 'Ownership' },
  { keys: 'k', title: 'Issue before', group: 'Ownership' },
  { keys: 'Enter', title: 'Open it', group: 'Ownership' },
  { keys: '1–9', title: 'Give it to the person of that number', group: 'Ownership' },
]

/** Keys that the rota answers to while one of its shifts has the focus. */
export const rotaKeys: readonly Shortcut[] = [
  { keys: 'ArrowLeft', title: 'Shift before', group: 'Rota' },
  { keys: 'ArrowRight', title: 'Shift after', group: 'Rota' },
  { keys: 'ArrowUp', title: 'Row above', group: 'Rota' },
  { keys: 'ArrowDown', title: 'Row below', group: 'Rota' },
]

export type ShortcutName = keyof typeof shortcuts

/** Every line of the sheet of all keys. */
export const everyKey: readonly Shortcut[] = [
  ...Object.values(shortcuts),
  ...listKeys,
  ...orphanKeys,
  ...rotaKeys,
]

type Handler = () => void
const handlers = new Map<ShortcutName, Handler[]>()

/** Answers to a shortcut while the component is on the screen; the one that came last wins. */
export function useShortcut(name: ShortcutName, handler: Handler, enabled = true): void {
  useShortcuts({ [name]: handler }, enabled)
}

/** Answers to several shortcuts together, always the same ones. */
export function useShortcuts(answers: Partial<Record<ShortcutName, Handler>>, enabled = true): void {
  const latest = useRef(answers)
  // With the screen, not after it: somebody may press the key as soon as it is shown.
  useLayoutEffect(() => {
    latest.current = answers
  })
  const names = Object.keys(answers).join(' ')
  useLayoutEffect(() => {
    if (!enabled) return
    const stops = names.split(' ').map((name) => listen(name as ShortcutName, () => latest.current))
    return () => {
      for (const stop of stops) stop()
    }
  }, [names, enabled])
}

/** What shall run as soon as its screen answers to it, and the place where that is waited for. */
let awaited: { readonly name: ShortcutName; readonly path: string } | undefined

/** Runs a shortcut of the screen at a path that is only just being opened, as soon as it answers. */
export function runWhenAnswered(name: ShortcutName, path: string): void {
  awaited = { name, path }
}

/** Whoever has gone elsewhere in the meantime does not want it any more. */
export function forgetAwaited(location: string): void {
  if (awaited && awaited.path !== location) awaited = undefined
}

function listen(name: ShortcutName, latest: () => Partial<Record<ShortcutName, Handler>>): () => void {
  const own = () => latest()[name]?.()
  handlers.set(name, [...(handlers.get(name) ?? []), own])
  if (awaited?.name === name) {
    awaited = undefined
    // After the draw that brought the screen: what runs may draw again.
    queueMicrotask(() => runShortcut(name))
  }
  return () => {
    handlers.set(
      name,
      (handlers.get(name) ?? []).filter((one) => one !== own),
    )
  }
}

/** Whether something on the screen listens to the shortcut. */
export function isAnswered(name: ShortcutName): boolean {
  return (handlers.get(name)?.length ?? 0) > 0
}

/** Runs what answers to the shortcut; false when nothing does. */
export function runShortcut(name: ShortcutName): boolean {
  const handler = handlers.get(name)?.at(-1)
  handler?.()
  return handler !== undefined
}
