import { retiredSince, retireLaptop, takeBackLaptop } from '@domain/laptops/retired'
import type { ClockDoubt } from '@domain/merge/clock-doubt'
import { durationText } from '@domain/merge/clock-doubt-words'
import { useRows, useSession, useWorkspace } from '../../storage/queries'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { VisuallyHidden } from '../../ui/visually-hidden'
import { now, useMinute } from '../../view-state/clock'
import { useAct } from '../../view-state/use-act'
import { useInstantText } from '../../view-state/use-zone'
import { ageText } from './age-text'
import styles from './exchange.module.css'
import { fingerprintOf } from './fingerprint'
import type { Laptops, OtherLaptop } from './use-laptops'
import { counted, formatCount } from './words'

const day = 24 * 60 * 60_000

/** Who has what: this laptop and every other one of the engagement. */
export function Board({ laptops: { ownKey, ownDoubt, others } }: { readonly laptops: Laptops }) {
  const { replica } = useSession()
  const { laptop, settings } = useWorkspace()
  const met = others.filter(({ freshness }) => freshness !== undefined)
  return (
    <section className={styles.panel} aria-labelledby="laptops">
      <h2 id="laptops" className={styles.panelTitle}>
        Laptops of this engagement
      </h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>Laptop</th>
            <th>Last word</th>
            <th>How old</th>
            <th className={styles.number}>It has, we lack</th>
            <th className={styles.number}>We have, it lacks</th>
            <th>Clock</th>
            <th>Key</th>
            <th>
              <VisuallyHidden>In use</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              {settings.userName || 'This laptop'} <span className={styles.code}>{laptop}</span>{' '}
              <Badge>This one</Badge>
            </td>
            <td className={styles.quiet} colSpan={4}>
              {counted(replica.size, 'change')} in all
            </td>
            <td>
              <Clock doubt={ownDoubt} />
            </td>
            <td>
              <span className={styles.code}>{fingerprintOf(ownKey)}</span>
            </td>
            <td />
          </tr>
          {met.map((other) => (
            <Line key={other.laptop} other={other} />
          ))}
        </tbody>
      </table>
      {met.length === 0 && (
        <p className={styles.quiet}>
          No other laptop has been heard of yet. Give a bundle for anyone, and take in what comes back.
        </p>
      )}
    </section>
  )
}

function Line({
  other: { laptop, writer, freshness, known, publicKey, doubt },
}: {
  readonly other: OtherLaptop
}) {
  const minute = useMinute()
  const instantText = useInstantText()
  const act = useAct()
  const { replica, access } = useSession()
  const laptops = useRows('laptop')
  if (!freshness) return null
  const { heardAt, weLack, itLacks } = freshness
  const age = minute - heardAt
  const retiredAt = retiredSince(freshness, laptops, replica.seen)
  const isStale = age > day && retiredAt === undefined
  return (
    <tr>
      <td>
        {writer !== laptop && `${writer} `}
        <span className={styles.code}>{laptop}</span>{' '}
        {retiredAt !== undefined && <Badge>Retired {instantText(retiredAt)}</Badge>}
      </td>
      <td>{instantText(heardAt)}</td>
      <td className={isStale ? styles.warning : undefined}>
        {ageText(age)}
        {isStale && ', ask for a bundle'}
      </td>
      <td className={weLack > 0 && retiredAt === undefined ? styles.warningNumber : styles.number}>
        {formatCount(weLack)}
      </td>
      <td className={styles.number}>{formatCount(itLacks)}</td>
      <td>
        <Clock doubt={doubt} />
      </td>
      <td>
        {known && <span className={styles.code}>{fingerprintOf(known.publicKey)}</span>}{' '}
        <Key known={known} publicKey={publicKey} />
      </td>
      <td className={styles.end}>
        {retiredAt === undefined ? (
          <Button
            tone="quiet"
            disabled={access.kind !== 'write'}
            data-tooltip="Nobody waits for it any more; once it is heard of again, it is back"
            onClick={() => void act(retireLaptop(freshness, replica.seen, now()))}
          >
            Retire
          </Button>
        ) : (
          <Button
            tone="quiet"
            disabled={access.kind !== 'write'}
            onClick={() => void act(takeBackLaptop(freshness))}
          >
            Use again
          </Button>
        )}
      </td>
    </tr>
  )
}

function Clock({ doubt }: { readonly doubt: ClockDoubt | undefined }) {
  if (!doubt) return <span className={styles.quiet}>agrees</span>
  return (
    <span className={styles.warning}>
      {durationText(doubt.by)} {doubt.direction}
    </span>
  )
}

function Key({ known, publicKey }: Pick<OtherLaptop, 'known' | 'publicKey'>) {
  if (known && publicKey !== undefined && known.publicKey !== publicKey)
    return <span className={styles.warning}>changed, not accepted</span>
  const isFirst = known === undefined || known.firstMetAt === known.lastMetAt
  return <span className={styles.quiet}>{isFirst ? 'first use' : 'known'}</span>
}
