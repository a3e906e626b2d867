import './charts.css'

interface DataTableProps {
  readonly caption: string
  /** Head of the first column, whose cells name the rows. */
  readonly rowHead: string
  readonly columns: readonly string[]
  readonly rows: readonly { readonly name: string; readonly values: readonly (number | string)[] }[]
}

/** The numbers behind a chart, for whoever would rather read than look. */
export function DataTable({ caption, rowHead, columns, rows }: DataTableProps) {
  return (
    <table className="data-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{rowHead}</th>
          {columns.map((column) => (
            <th scope="col" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, values }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {values.map((value, place) => (
              <td key={columns[place]}>
                {typeof value === 'number' ? value.toLocaleString('en-GB') : value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
