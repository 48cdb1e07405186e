import { Badge, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReleaseView } from '../../shared/releases/releases.contract.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { useFormats } from '../i18n/formats.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { showNotice } from '../ui/notices/notice-store.ts';
import classes from './releases.module.css';
import { useEmployerWords } from './use-employer-words.ts';

/** One release: what it opens to whom, until when, and how it was given. Withdrawn with one click, by either employer. */
export function ReleaseLine({ release }: { release: ReleaseView }) {
  const { t } = useTranslation('releases');
  const { date, instantDay } = useFormats();
  const { topic, language } = useCatalogue();
  const { nameOf } = useEmployerWords();
  const withdraw = useCommand(orpc.releases.withdraw, {
    onDone: () => showNotice({ kind: 'done', text: t('didWithdraw') }),
  });
  const between = { from: nameOf(release.from), to: nameOf(release.to) };
  const scope =
    release.scope === 'case' ? t('scope.case') : t('scope.topics', { topics: release.topics.map(topic).join(', ') });
  const purposes = release.purposes.map((purpose) => t(`purpose.${purpose}`)).join(', ');
  return (
    <li className={classes.line} data-state={release.state}>
      <div>
        <Text fw={600}>
          {t('opens', between)}{' '}
          <Text span inherit fw={400}>
            {t('until', { day: date(release.validUntil) })}
          </Text>{' '}
          {release.state !== 'active' && (
            <Badge component="span" variant="light" color="gray" tt="none">
              {t(`state.${release.state}`)}
            </Badge>
          )}
        </Text>
        <Text size="sm">{`${scope} · ${purposes}`}</Text>
        <Text size="sm" c="dimmed">
          {t('taken', {
            day: date(release.givenOn),
            manner: t(`manner.${release.manner}`),
            version: release.textVersion,
            language: language(release.language),
            name: release.takenBy,
          })}
          {release.interpreterName !== '' && ` ${t('interpreted', { name: release.interpreterName })}`}
        </Text>
        {release.withdrawnAt !== null && (
          <Text size="sm" c="dimmed">
            {release.withdrawnBy === null
              ? t('withdrawnByOffice', { day: instantDay(release.withdrawnAt) })
              : t('withdrawnBy', { day: instantDay(release.withdrawnAt), name: release.withdrawnBy })}
          </Text>
        )}
      </div>
      {release.state === 'active' && (
        <Group>
          <Button
            variant="default"
            size="compact-md"
            loading={withdraw.pending}
            aria-label={t('withdrawNamed', between)}
            onClick={() => void withdraw.run({ id: release.id, revision: release.revision })}
          >
            {t('withdraw')}
          </Button>
        </Group>
      )}
    </li>
  );
}
