import {
  type BulletinContent,
  type BulletinItem,
  hasWords,
  itemCount,
  nothingToTell,
  plainLine,
  plainLines,
  rideLead,
  sectionWords,
  workaroundLead,
} from '@domain/bulletins/content'
import styles from './bulletins.module.css'

/** The bulletin as its readers will see it. */
export function Preview({ content }: { readonly content: BulletinContent }) {
  const { subject, intro, sections, closing } = content
  return (
    <article className={styles.preview} aria-label="Preview">
      <h3 className={styles.subject}>{plainLine(subject)}</h3>
      <Paragraph text={intro} />
      {sections.map(({ section, items }) => (
        <section key={section}>
          <h4 className={styles.section}>{sectionWords[section]}</h4>
          <ol className={styles.items}>
            {items.map((item) => (
              <Item key={JSON.stringify(item)} item={item} />
            ))}
          </ol>
        </section>
      ))}
      {itemCount(content) === 0 && <p>{nothingToTell}</p>}
      <Paragraph text={closing} />
    </article>
  )
}

function Item({ item: { title, text, workaround, ride } }: { readonly item: BulletinItem }) {
  return (
    <li>
      <strong>{plainLine(title)}</strong>
      <Paragraph text={text} />
      {hasWords(workaround) && <Paragraph text={workaround} lead={workaroundLead} />}
      {hasWords(ride) && <Paragraph text={plainLine(ride)} lead={rideLead} />}
    </li>
  )
}

function Paragraph({ text, lead }: { readonly text: string; readonly lead?: string }) {
  if (!hasWords(text)) return null
  return (
    <p className={styles.lines}>
      {lead && <em>{lead} </em>}
      {plainLines(text).join('\n')}
    </p>
  )
}
