/** How conflicts name the rows and fields of what users are told and taught. */

export const bulletinEntityWords: Readonly<Record<string, string>> = {
  audience: 'Audience',
  bulletin: 'Bulletin',
  bulletinLine: 'Line of a bulletin',
  bulletinSending: 'Bulletin that was sent',
  trainingAction: 'Training action',
}

export const bulletinLabels: Readonly<Record<string, string>> = {
  'audience.dueTime': 'Bulletin due at',
  'bulletin.intro': 'Introduction',
  'bulletin.closing': 'Closing words',
  'bulletinSending.to': 'Sent to',
}

const setWords: Readonly<Record<string, string>> = {
  to: 'Recipient',
  due: 'Due on',
  told: 'Told of issue',
  unit: 'Unit',
  component: 'Component',
  term: 'Word',
}

/** Undefined where it is no element of a set of these. */
export function bulletinSetLabel(prefix: string, name: string): string | undefined {
  const word = setWords[prefix]
  return word === undefined || name === '' ? undefined : `${word} ${name}`
}
