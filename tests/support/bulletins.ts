import type { BulletinContent } from '@domain/bulletins/content'
import { type Draft, draftFor } from '@domain/bulletins/draft'
import { bulletinHtml, bulletinPage } from '@domain/bulletins/html'
import { bulletinMarkdown } from '@domain/bulletins/markdown'
import { bulletinText } from '@domain/bulletins/plain-text'
import { publishedIssues } from '@domain/bulletins/published'
import type { Planned, Refused } from '@domain/triage/plan'
import { finished } from './finished'
import type { Laptop } from './laptop'

/** The bulletin to an audience as it would go out from a laptop now. */
export function draftOn({ replica, now }: Laptop, audience = 'all users'): Draft {
  const row = replica.rows('audience').get(audience)
  if (!row) throw new Error(`no audience ${audience}`)
  return draftFor(replica, row, finished(publishedIssues(replica.rows('issue').values())), now)
}

/** Every form in which a bulletin leaves the app. */
export function everyOutput(content: BulletinContent): string[] {
  return [
    bulletinText(content, { heading: true }),
    bulletinText(content, { heading: false }),
    bulletinMarkdown(content),
    bulletinHtml(content, { heading: true }),
    bulletinPage(content),
  ]
}

/** Writes what a command planned. */
export function done(laptop: Laptop, plan: Planned | Refused): void {
  if (!plan.ok) throw new Error(plan.reason)
  laptop.write(plan.intents)
}
