import type { ReactNode } from 'react';
import { classNames } from './class-names';

export type Column<Row> = {
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** The column that names the row; exactly one. */
  readonly rowHeader?: boolean;
  /** Money: to the right on a wide screen. */
  readonly alignEnd?: boolean;
  /** On a phone's card: across its whole width, without the label. For buttons. */
  readonly wide?: boolean;
};

type ResponsiveTableProps<Row> = {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
};

/** A table that becomes one card a row on a phone. The roles keep it a table where `display` would hide that. */
export function ResponsiveTable<Row>({ caption, columns, rows, rowKey }: ResponsiveTableProps<Row>) {
  return (
    <div className="cecs-table">
      <table className="usa-table usa-table--borderless" role="table">
        <caption>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.header} scope="col" role="columnheader" className={alignment(column)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) => (
                <Cell key={column.header} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  if (column.rowHeader) {
    return (
      <th scope="row" role="rowheader">
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td role="cell" data-label={column.header} className={alignment(column)}>
      <div className="cecs-table__value">{column.cell(row)}</div>
    </td>
  );
}

function alignment<Row>(column: Column<Row>): string | undefined {
  return classNames(column.alignEnd && 'cecs-table__end', column.wide && 'cecs-table__wide') || undefined;
}
