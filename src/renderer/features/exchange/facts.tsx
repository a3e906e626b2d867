import { formatInstant } from '@domain/time/format'
import type { BundleSummary } from '../../storage/bundle-file'
import { DescriptionList, DescriptionRow } from '../../ui/description-list'
import styles from './exchange.module.css'
import { fingerprintOf } from './fingerprint'
import { counted } from './words'

export interface FactsProps {
  readonly summary: BundleSummary
  readonly zone: string
}

const keyWords: Readonly<Record<BundleSummary['key'], string>> = {
  first: 'first bundle of this laptop; its key will be remembered',
  known: 'the same as before',
  changed: 'not the one this laptop had before',
}

/** What a bundle says of itself. */
export function Facts({ summary, zone }: FactsProps) {
  const { engagement, writer, laptop, writtenAt, operations, laptops, complete, encrypted, key } = summary
  return (
    <DescriptionList>
      <DescriptionRow name="Engagement">
        {[engagement.name, engagement.client].filter(Boolean).join(' · ')}
      </DescriptionRow>
      <DescriptionRow name="Written by">
        {writer !== laptop && `${writer} `}
        <span className={styles.code}>{laptop}</span>
      </DescriptionRow>
      <DescriptionRow name="Written">
        {formatInstant(writtenAt, zone)} <span className={styles.quiet}>{zone}</span>
      </DescriptionRow>
      <DescriptionRow name="Holds">
        {counted(operations, 'change')} of {counted(laptops.length, 'laptop')}
        {complete ? ', everything it had' : ', what was lacking here'}
        {encrypted && ', encrypted'}
      </DescriptionRow>
      <DescriptionRow name="Key">
        <span className={styles.code}>{fingerprintOf(summary.publicKey)}</span> {keyWords[key]}
      </DescriptionRow>
    </DescriptionList>
  )
}
