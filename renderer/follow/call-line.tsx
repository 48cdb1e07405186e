import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { LocalDate } from '../../shared/kernel/instants.ts';
import type { PhoneFollowUp } from '../../shared/phone/phone.contract.ts';
import { TRY_RESULTS } from '../../shared/phone/phone.rules.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { useFormats } from '../i18n/formats.ts';
import { useStaffNames } from '../queue/use-staff-names.ts';
import { Bdi } from '../ui/bdi.tsx';
import { Message } from '../ui/message.tsx';
import classes from './follow.module.css';
import { useCall } from './use-call.ts';

/** One call: whom, the number, the language, when they are reached, what to ask; each result is one press. */
export function CallLine({ call, today }: { call: PhoneFollowUp; today: LocalDate }) {
  const { t } = useTranslation('follow');
  const { language } = useCatalogue();
  const formats = useFormats();
  const staffName = useStaffNames();
  const { tried, sendSheet, withdraw, pending } = useCall(call);
  return (
    <div className={classes.call}>
      <div>
        <Text fw={600}>
          {call.person ? (
            <Anchor component={Link} href={`/people/${call.person.id}`} inherit>
              <Bdi>{call.person.name}</Bdi>
            </Anchor>
          ) : (
            t('call.nameless')
          )}{' '}
          · <bdi dir="ltr">{call.phone}</bdi> · {language(call.language)}
        </Text>
        <Text>
          <Bdi>{call.reason}</Bdi>
        </Text>
        <Text size="sm" c="dimmed" component="div" className={classes.facts}>
          <span className={call.dueOn < today ? classes.late : undefined}>
            {t('call.dueOn', { day: formats.shortDate(call.dueOn) })}
          </span>
          {call.reachable.length > 0 && (
            <span>{t('call.reachableAt', { times: call.reachable.map((at) => t(`call.at.${at}`)).join(', ') })}</span>
          )}
          {call.openSteps.map(({ id, what }) => (
            <span key={id}>
              {t('call.askAbout')} <Bdi>{what}</Bdi>
            </span>
          ))}
        </Text>
        {call.tries.length > 0 && (
          <Text size="sm" component="ol" m={0} ps="1.25rem">
            {call.tries.map(({ at, result, staffId }) => (
              <li key={at}>
                {formats.instantDay(at)}, {formats.time(at)}: {t(`call.result.${result}`)} ({staffName(staffId)})
              </li>
            ))}
          </Text>
        )}
        {call.state === 'letter-due' && <Message kind="urgent">{t('call.letterDue')}</Message>}
      </div>
      <Group gap={6} justify="flex-end" maw={360} role="group" aria-label={t('call.resultOf')}>
        {TRY_RESULTS.map((result) => (
          <Button
            key={result}
            size="compact-sm"
            variant={result === 'reached' ? 'filled' : 'default'}
            disabled={pending}
            onClick={() => void tried(result)}
          >
            {t(`call.result.${result}`)}
          </Button>
        ))}
        {call.state === 'letter-due' && (
          <Button
            size="compact-sm"
            leftSection={<IconPrinter size={16} aria-hidden />}
            disabled={pending}
            onClick={() => void sendSheet()}
          >
            {t('call.sendSheet')}
          </Button>
        )}
        {call.state === 'letter-due' && call.person && (
          <Button size="compact-sm" variant="default" component={Link} href={`/people/${call.person.id}/letter`}>
            {t('call.writeLetter')}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" color="gray" disabled={pending} onClick={() => void withdraw()}>
          {t('call.withdraw')}
        </Button>
      </Group>
    </div>
  );
}
