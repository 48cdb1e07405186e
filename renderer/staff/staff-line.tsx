import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StaffView } from '../../shared/access/access.contract.ts';
import { useSession } from '../access/session-store.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { Bdi } from '../ui/bdi.tsx';
import classes from './staff.module.css';
import { RoleWords } from './staff-person-fields.tsx';

interface StaffLineProps {
  person: StaffView;
  deputyName: string | null;
  /** Null where the reader may not do it. */
  onChange: (() => void) | null;
  onDeactivate: (() => void) | null;
  onLetIn: (() => void) | null;
  lettingIn: boolean;
}

/** One colleague: who, what they may do, which languages, and what is open about their keys. */
export function StaffLine({ person, deputyName, onChange, onDeactivate, onLetIn, lettingIn }: StaffLineProps) {
  const { t } = useTranslation('staff');
  const { language } = useCatalogue();
  const { staffId } = useSession();
  const marks = [
    person.id === staffId ? t('mark.you') : null,
    person.signedIn && person.id !== staffId ? t('mark.signedIn') : null,
    person.active ? null : t('mark.inactive'),
    deputyName === null ? null : t('mark.deputy', { name: deputyName }),
  ].filter((mark) => mark !== null);
  return (
    <li className={classes.person} data-inactive={!person.active}>
      <div>
        <Text fw={600} component="h3" m={0} fz="md">
          <Bdi>{person.displayName}</Bdi>
        </Text>
        <Text size="sm" c="dimmed">
          {person.active ? t('signsInAs', { name: person.signInName }) : t('mark.inactive')}
          {marks.length > 0 && person.active && ` · ${marks.join(' · ')}`}
        </Text>
        {person.waitsForVault && (
          <Text size="sm" className={classes.waits}>
            {t('waitsForVault')}
          </Text>
        )}
      </div>
      <div>
        <Text size="sm">
          <RoleWords roles={person.roles} />
        </Text>
        <Text size="sm" c="dimmed">
          {person.languages.map(language).join(', ')}
        </Text>
      </div>
      <Group gap="xs" justify="flex-end" wrap="nowrap">
        {onLetIn && (
          <Button
            size="compact-sm"
            onClick={onLetIn}
            loading={lettingIn}
            aria-label={t('letInNamed', { name: person.displayName })}
          >
            {t('letIn')}
          </Button>
        )}
        {onChange && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={onChange}
            aria-label={t('changeNamed', { name: person.displayName })}
          >
            {t('change')}
          </Button>
        )}
        {onDeactivate && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={onDeactivate}
            aria-label={t('deactivateNamed', { name: person.displayName })}
          >
            {t('deactivate')}
          </Button>
        )}
      </Group>
    </li>
  );
}
