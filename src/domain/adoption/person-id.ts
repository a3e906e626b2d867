/** Fifteen characters tell a user of Salesforce; exports add three more for programs that mix up capitals. */
const salesforceUser = /^(005[0-9A-Za-z]{12})[0-9A-Za-z]{3}$/

/** What a person goes by in files of sign-ins, licences and usage, whoever wrote them and in whatever case. */
export function personId(text: string): string {
  const trimmed = text.trim()
  const short = salesforceUser.exec(trimmed)?.[1]
  if (short !== undefined || /^005[0-9A-Za-z]{12}$/.test(trimmed)) return short ?? trimmed
  return plainWords(trimmed).toLowerCase()
}

/** One space between words, and none of the characters that stand between cells and lines. */
export function plainWords(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim()
}
