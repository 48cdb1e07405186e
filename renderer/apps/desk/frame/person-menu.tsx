import { Box, Button, Menu, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconChevronDown, IconLanguage, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../access/session-store.ts';
import { ownNameOf } from '../../../i18n/catalogue-labels.ts';
import { chooseLanguage } from '../../../i18n/i18n.ts';
import { Bdi } from '../../../ui/bdi.tsx';
import classes from './person-menu.module.css';

/** Who is signed in and for which employer, and the few things that this person sets for this PC. */
export function PersonMenu() {
  const { t, i18n } = useTranslation();
  const session = useSession();
  const scheme = useComputedColorScheme('light');
  const { setColorScheme } = useMantineColorScheme();
  const otherLanguage = i18n.language === 'en' ? 'de' : 'en';
  const SchemeIcon = scheme === 'dark' ? IconSun : IconMoon;
  return (
    <Menu position="bottom-end" returnFocus>
      <Menu.Target>
        <Button variant="subtle" color="gray" rightSection={<IconChevronDown size={16} aria-hidden />}>
          <span className={classes.who}>
            <Bdi fw={600}>{session.displayName}</Bdi>
            <Box component="span" className={classes.employer ?? ''}>
              {t(`employer.${session.employerKind}`)}
            </Box>
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{session.employerName}</Menu.Label>
        <Menu.Item leftSection={<IconLanguage size={18} aria-hidden />} onClick={() => chooseLanguage(otherLanguage)}>
          <span lang={otherLanguage}>{ownNameOf(otherLanguage)}</span>
        </Menu.Item>
        <Menu.Item
          leftSection={<SchemeIcon size={18} aria-hidden />}
          onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
        >
          {scheme === 'dark' ? t('lightScheme') : t('darkScheme')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
