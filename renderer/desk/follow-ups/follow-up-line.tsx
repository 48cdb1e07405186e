import { Anchor, Checkbox, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { FollowUp } from '../../../shared/consultations/consultations.contract.ts';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Bdi } from '../../ui/bdi.tsx';
import classes from './follow-ups.module.css';
import { useTickOff } from './use-tick-off.ts';

/** One thing that is due, ticked off with one key or click. A partner's owed answer carries the number to call. */
export function FollowUpLine({ followUp, today }: { followUp: FollowUp; today: LocalDate }) {
  const { t } = useTranslation('desk');
  const formats = useFormats();
  const { tickOff, pending } = useTickOff(followUp);
  const late = followUp.dueOn < today;
  return (
    <div className={classes.line}>
      <Checkbox
        mt={2}
        checked={false}
        disabled={pending}
        onChange={() => void tickOff()}
        aria-label={t('due.tick', { what: followUp.what })}
      />
      <div>
        <Text size="sm" fw={600}>
          <Bdi>
            {followUp.kind === 'reply' ? t('due.replyOf', { partner: followUp.partnerName ?? '' }) : followUp.what}
          </Bdi>
        </Text>
        {followUp.kind === 'reply' && (
          <Text size="sm">
            <Bdi>{followUp.what}</Bdi>
          </Text>
        )}
        <Text size="sm" c="dimmed" component="div" className={classes.more}>
          {late && (
            <span className={classes.late}>
              <IconAlertTriangle size={15} aria-hidden />
              {t('due.since', { day: formats.shortDate(followUp.dueOn) })}
            </span>
          )}
          {followUp.kind === 'step' && <span>{t(`due.owner.${followUp.owner}`)}</span>}
          {followUp.person && (
            <Anchor component={Link} href={`/people/${followUp.person.id}`} inherit>
              <Bdi>{followUp.person.name}</Bdi>
            </Anchor>
          )}
          {followUp.partnerPhone && <span>{t('due.phone', { phone: followUp.partnerPhone })}</span>}
          {followUp.partnerHours && <span>{t('due.hours', { hours: followUp.partnerHours })}</span>}
        </Text>
      </div>
    </div>
  );
}
