import type { ReactNode } from 'react';
import type { CatalogueAddition, OfficeCatalogue } from '../../shared/catalogues/catalogues.contract.ts';
import type { CatalogueKind } from '../../shared/catalogues/catalogues.rules.ts';
import classes from './catalogues.module.css';
import { AdditionLine, CentralLine } from './entry-line.tsx';

interface EntryListProps {
  /** What the list is, for screen readers. */
  label: string;
  kind: CatalogueKind;
  office: OfficeCatalogue;
  central: readonly { id: string; name: string; icon?: ReactNode }[];
  nameOf: (id: string) => string;
  /** Null where nothing is added below one entry. */
  onAdd: ((parent: string) => void) | null;
  onChange: (addition: CatalogueAddition) => void;
  /** What is added without a parent, at the end of the list. */
  own?: readonly CatalogueAddition[];
}

/** The central entries in their order, each with what this office added below it. */
export function EntryList({ label, kind, office, central, nameOf, onAdd, onChange, own = [] }: EntryListProps) {
  const line = (addition: CatalogueAddition) => (
    <AdditionLine addition={addition} name={nameOf(addition.id)} onChange={() => onChange(addition)} />
  );
  return (
    <ul className={classes.list} aria-label={label}>
      {central.map(({ id, name, icon }) => {
        const below = office.additions.filter((one) => one.kind === kind && one.parent === id);
        return (
          <li key={id} className={classes.entry}>
            <CentralLine
              kind={kind}
              id={id}
              name={name}
              icon={icon}
              switched={office.switchedOff.find((one) => one.kind === kind && one.id === id) ?? null}
              onAdd={onAdd && (() => onAdd(id))}
            />
            {below.length > 0 && (
              <ul className={classes.below} aria-label={name}>
                {below.map((addition) => (
                  <li key={addition.id}>{line(addition)}</li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
      {own.map((addition) => (
        <li key={addition.id} className={classes.entry}>
          {line(addition)}
        </li>
      ))}
    </ul>
  );
}
