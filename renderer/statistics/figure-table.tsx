import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './statistics.module.css';

interface FigureTableProps {
  /** What the rows are, for screen readers. */
  caption: string;
  columns: readonly string[];
  /** The first cell names the row. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}

/** The figures of a chart as they are; the first column in words, the others in numbers. */
export function FigureTable({ caption, columns, rows }: FigureTableProps) {
  return (
    <Table verticalSpacing={3} aria-label={caption}>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column, place) => (
            <Table.Th key={column} scope="col" className={place === 0 ? undefined : classes.number}>
              {column}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ key, cells }) => (
          <Table.Tr key={key}>
            {cells.map((cell, place) =>
              place === 0 ? (
                <Table.Th key={columns[place]} scope="row" fw={400}>
                  {cell}
                </Table.Th>
              ) : (
                <Table.Td key={columns[place]} className={classes.number}>
                  {cell}
                </Table.Td>
              ),
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** The same, put away beneath its chart. */
export function TableBelow(props: FigureTableProps) {
  const { t } = useTranslation('statistics');
  return (
    <details className={classes.table}>
      <summary>{t('table')}</summary>
      <FigureTable {...props} />
    </details>
  );
}
