import { Button, Group, Text } from '@mantine/core';
import { IconLock, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmedUpTo } from '../../../desk/confirmed-up-to.tsx';
import { CallForHelp } from '../../../emergency/call-for-help.tsx';
import { HeaderLanguages } from '../../../interpreters/header-languages.tsx';
import { orpc } from '../../../rpc/client.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { ariaKeys, keyName } from '../../../ui/keyboard/key-names.ts';
import classes from './header.module.css';
import { PersonMenu } from './person-menu.tsx';

/** Where one is, the search for everything, what the city has confirmed, who is signed in, and the lock. */
export function Header({ onSearch, onLock }: { onSearch: () => void; onLock: () => void }) {
  const { t } = useTranslation();
  const status = useQuery(orpc.office.status.queryOptions({ input: {} }));
  return (
    <header className={classes.header}>
      <Group gap="sm" wrap="nowrap" className={classes.place}>
        <Text fw={700} fz="lg" c="var(--accent-text)">
          {t('tandem')}
        </Text>
        <Text className={classes.office}>{status.data?.officeName}</Text>
        {status.data?.training && <Text className={classes.training}>{t('training')}</Text>}
      </Group>
      <Button
        variant="default"
        className={classes.search ?? ''}
        classNames={{ label: classes.searchWords ?? '' }}
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSection={<KeyHint keys={keyName(t, 'mod+k')} />}
        aria-keyshortcuts={ariaKeys('mod+k')}
        onClick={onSearch}
      >
        {t('search')}
      </Button>
      <Group gap="xs" wrap="nowrap" className={classes.end}>
        <HeaderLanguages />
        <ConfirmedUpTo />
        <CallForHelp />
        <PersonMenu />
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconLock size={18} aria-hidden />}
          rightSection={<KeyHint keys={keyName(t, 'mod+l')} />}
          aria-keyshortcuts={ariaKeys('mod+l')}
          onClick={onLock}
        >
          {t('lock')}
        </Button>
      </Group>
    </header>
  );
}
