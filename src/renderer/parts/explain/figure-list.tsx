import { numberText } from '@domain/reporting/number-text'
import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { CountedFigure, Figures, NamedRow } from '../../storage/report-reader'
import { Icon } from '../../ui/icon'
import { rowPath } from '../../view-state/row-path'
import styles from './figure-list.module.css'

/** Rows listed below a figure; the list of issues has them all. */
const mostRows = 200

/** Whoever has the rows behind a figure. */
export interface RowReader {
  rows(figure: string, most: number): Promise<NamedRow[]>
}

export interface FigureListProps {
  readonly reader: RowReader | undefined
  readonly report: Figures | undefined
  /** Somebody goes to one of the rows. */
  readonly onLeave?: () => void
}

/** Every number of the report; each opens what it means, how it is worked out, and the rows behind it. */
export function FigureList({ reader, report, onLeave }: FigureListProps) {
  const [open, setOpen] = useState<string | undefined>(undefined)
  if (!reader || !report) return <p className={styles.quiet}>Reading the issues…</p>
  return (
    <ul className={styles.list}>
      {report.figures.map((figure) => (
        <li key={figure.id} className={styles.item}>
          <button
            type="button"
            className={styles.figure}
            aria-expanded={open === figure.id}
            onClick={() => setOpen(open === figure.id ? undefined : figure.id)}
          >
            <Icon name={open === figure.id ? 'chevron-down' : 'chevron-right'} />
            <span className={styles.label}>{figure.label}</span>
            <span className={styles.value}>{figure.display}</span>
            {figure.trend && <span className={styles.trend}>{figure.trend.display}</span>}
          </button>
          {open === figure.id && (
            <Explanation figure={figure}>
              <FigureRows
                key={report.asOf}
                reader={reader}
                report={report}
                figure={figure}
                onLeave={onLeave}
              />
            </Explanation>
          )}
        </li>
      ))}
    </ul>
  )
}

function Explanation(props: { readonly figure: CountedFigure; readonly children: ReactNode }) {
  const { definition, formula, inputs, trend } = props.figure
  return (
    <div className={styles.explanation}>
      <p>{definition}</p>
      <p className={styles.formula}>= {formula}</p>
      <dl className={styles.inputs} aria-label="What it was worked out from">
        {inputs.map(({ name, value }) => (
          <div key={name} className={styles.input}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {trend && (
          <div className={styles.input}>
            <dt>Against {trend.against}</dt>
            <dd>{trend.text}</dd>
          </div>
        )}
      </dl>
      {props.children}
    </div>
  )
}

function FigureRows(props: {
  readonly reader: RowReader
  readonly report: Figures
  readonly figure: CountedFigure
  readonly onLeave: (() => void) | undefined
}) {
  const { reader, report, figure } = props
  const [rows, setRows] = useState<readonly NamedRow[] | undefined>(undefined)
  useEffect(() => {
    void report
    let current = true
    void reader.rows(figure.id, mostRows).then(
      (found) => current && setRows(found),
      // The reader was stopped because the screen is left.
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [reader, report, figure.id])
  if (figure.rows === 0) return <p className={styles.quiet}>No rows behind it.</p>
  return (
    <>
      <ul className={styles.rows} aria-label={`Rows behind ${figure.label}`}>
        {rows?.map((row) => (
          <li key={`${row.entity} ${row.key}`} className={styles.row}>
            <RowLink row={row} onLeave={props.onLeave} />
          </li>
        ))}
      </ul>
      {figure.rows > mostRows && (
        <p className={styles.quiet}>and {numberText(figure.rows - mostRows)} more</p>
      )}
    </>
  )
}

interface RowLinkProps {
  readonly row: NamedRow
  readonly onLeave: (() => void) | undefined
}

function RowLink({ row: { entity, key, called, title }, onLeave }: RowLinkProps) {
  const path = rowPath(entity, key)
  const text = <span className={styles.title}>{title}</span>
  if (!path) return text
  return (
    <Link href={path} className={styles.link} {...(onLeave && { onClick: onLeave })}>
      {called !== '' && <span className={styles.key}>{called}</span>}
      {text}
    </Link>
  )
}
