import { counted } from '@domain/reporting/words'
import { type ChangedValue, type Changes, isChanged } from '@domain/sign-off/changes'
import { Banner } from '../../ui/banner'
import { Mark } from '../../ui/mark'
import styles from './sign-off.module.css'

/** What is not as it was signed, before and after. */
export function ChangedTable({ changes }: { readonly changes: Changes }) {
  if (!isChanged(changes)) return <Mark tone="ok" shape="tick" label="Nothing has changed after sign-off" />
  const { figures, criteria, issuesDiffer, later } = changes
  const rewritten = [...criteria, ...figures]
  const since = [...later.criteria, ...later.figures]
  return (
    <>
      <Banner tone="warning">
        <strong>Changed after sign-off.</strong>{' '}
        {later.issues > 0 && `${counted(later.issues, 'issue')} written to since. `}
        {issuesDiffer && 'The issue list of the signed moment reads otherwise today.'}
      </Banner>
      <Values caption="The signed moment, as it is known today" last="Known today" values={rewritten} />
      <Values caption="As of now" last="Now" values={since} />
    </>
  )
}

function Values(props: {
  readonly caption: string
  readonly last: string
  readonly values: readonly ChangedValue[]
}) {
  if (props.values.length === 0) return null
  return (
    <table className={styles.changes}>
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Signed</th>
          <th scope="col">{props.last}</th>
        </tr>
      </thead>
      <tbody>
        {props.values.map(({ label, signed, now }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{signed}</td>
            <td>{now ?? 'told no more'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
