/** How conflicts name the rows and fields of how a system is taken up. */

export const adoptionEntityWords: Readonly<Record<string, string>> = {
  activePeople: 'People active on a day',
  usageTotals: 'Use on a day',
  licencePage: 'Licensed users',
  adoptionImport: 'Import of use',
  adoptionConcern: 'Concern about adoption',
}

export const adoptionLabels: Readonly<Record<string, string>> = {
  'adoptionConcern.day': 'Showed on',
  'adoptionConcern.seen': 'What was seen',
  'adoptionConcern.endedAt': 'Over since',
}
