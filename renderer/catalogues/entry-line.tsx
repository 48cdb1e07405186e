import { Button, Switch } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CLIENT_LANGUAGES } from '../../shared/catalogue/catalogue.ts';
import type { CatalogueAddition } from '../../shared/catalogues/catalogues.contract.ts';
import { type CatalogueKind, mustStay } from '../../shared/catalogues/catalogues.rules.ts';
import classes from './catalogues.module.css';
import { useOffer } from './use-offer.ts';

interface CentralLineProps {
  kind: CatalogueKind;
  id: string;
  name: string;
  icon?: ReactNode;
  /** How it was switched here; null: never. */
  switched: { off: boolean; revision: number } | null;
  /** Null where nothing is added below one entry. */
  onAdd: (() => void) | null;
}

/** An entry of the central part: whether this office offers it, and a way to add one below it. */
export function CentralLine({ kind, id, name, icon, switched, onAdd }: CentralLineProps) {
  const { t } = useTranslation('catalogues');
  const offer = useOffer();
  const offered = !switched?.off;
  const needed = mustStay(kind, id);
  return (
    <div className={classes.line} data-off={!offered || undefined}>
      {icon}
      <span className={classes.name}>{name}</span>
      {onAdd && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          aria-label={t('addBelow', { name })}
          onClick={onAdd}
        >
          {t('add')}
        </Button>
      )}
      <Switch
        size="sm"
        aria-label={t('offeredNamed', { name })}
        title={needed ? t('needed') : undefined}
        disabled={needed}
        checked={offered}
        onChange={() => void offer({ kind, id, revision: switched?.revision ?? null }, !offered, name)}
      />
    </div>
  );
}

interface AdditionLineProps {
  addition: CatalogueAddition;
  name: string;
  onChange: () => void;
}

/** An entry that this office added: its words, in which languages it has any, whether it is offered. */
export function AdditionLine({ addition, name, onChange }: AdditionLineProps) {
  const { t } = useTranslation('catalogues');
  const offer = useOffer();
  const { kind, id, revision, active, words } = addition;
  const given = CLIENT_LANGUAGES.filter((language) => language !== 'de' && words[language] !== '');
  return (
    <div className={classes.line} data-own data-off={!active || undefined}>
      <span className={classes.name}>
        {name}
        {given.length > 0 && <span className={classes.given}>{given.join(' · ')}</span>}
      </span>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPencil size={14} aria-hidden />}
        aria-label={t('changeNamed', { name })}
        onClick={onChange}
      >
        {t('change')}
      </Button>
      <Switch
        size="sm"
        aria-label={t('offeredNamed', { name })}
        checked={active}
        onChange={() => void offer({ kind, id, revision }, !active, name)}
      />
    </div>
  );
}
