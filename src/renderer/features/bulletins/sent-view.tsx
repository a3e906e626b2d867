import { readContent } from '@domain/bulletins/content'
import { audienceName } from '@domain/bulletins/due'
import type { AudienceRow, SendingRow } from '@domain/bulletins/published'
import { DescriptionList, DescriptionRow } from '../../ui/description-list'
import { useInstantText } from '../../view-state/use-zone'
import styles from './bulletins.module.css'
import { fileName } from './file-name'
import { OutButtons } from './out-buttons'

const mostNamed = 100

export interface SentViewProps {
  readonly audience: AudienceRow
  readonly sending: SendingRow
}

/** What was sent, when, and to whom: to read and to send again, never to change. */
export function SentView({ audience, sending: { values } }: SentViewProps) {
  const instantText = useInstantText()
  const content = readContent(values.content)
  const to = (values.to ?? '').split('\n').filter((address) => address !== '')
  const name = audienceName(audience)
  return (
    <section className={styles.main} aria-label={`Bulletin ${values.number ?? ''} to ${name}`}>
      <header className={styles.head}>
        <h2 className={styles.title}>
          Bulletin {values.number} to {name}
        </h2>
        {content && (
          <OutButtons outgoing={async () => ({ content, to, name: fileName(name, values.number ?? '') })} />
        )}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever scrolls with keys needs to get here */}
      <section className={styles.sent} tabIndex={0} aria-label="What was sent">
        <DescriptionList>
          <DescriptionRow name="Sent">
            {instantText(values.sentAt ?? 0)}, by {values.sentBy || 'somebody'}
          </DescriptionRow>
          <DescriptionRow name="To">
            {to.length === 0 ? 'nobody by mail' : to.slice(0, mostNamed).join(', ')}
            {to.length > mostNamed && ` and ${to.length - mostNamed} more`}
          </DescriptionRow>
          <DescriptionRow name="Subject">{values.subject}</DescriptionRow>
        </DescriptionList>
        <p className={styles.text}>{values.text}</p>
      </section>
    </section>
  )
}
