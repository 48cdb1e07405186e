import { Group, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../../shared/queue/queue.contract.ts';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import { useFormats } from '../../i18n/formats.ts';
import { orpc } from '../../rpc/client.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { LanguageName } from '../../ui/language-name.tsx';
import { LeftOverMark, useTicketName } from '../left-over.tsx';
import classes from './close-day-sheet.module.css';
import { WAYS, type WayOut, type WayOutDetails } from './ways-out.ts';

const SLOTS_SHOWN = 4;

interface OpenTicketLineProps {
  ticket: TicketView;
  details: WayOutDetails | null;
  onChoose: (part: Partial<WayOutDetails> & { way: WayOut }) => void;
}

/** One open ticket and how it ends; an appointment or a call shows the next free times in the person's language. */
export function OpenTicketLine({ ticket, details, onChoose }: OpenTicketLineProps) {
  const { t } = useTranslation('queue');
  const { topic } = useCatalogue();
  const nameOf = useTicketName();
  const formats = useFormats();
  const way = details?.way ?? null;
  const needsTime = way === 'appointment' || way === 'call-back';
  const free = useQuery({
    ...orpc.appointments.freeSlots.queryOptions({
      input: {
        language: ticket.understood,
        topics: ticket.topics,
        staffId: null,
        place: way === 'call-back' ? 'phone' : 'office',
        minutes: way === 'call-back' ? 15 : 30,
        from: null,
        limit: SLOTS_SHOWN,
      },
    }),
    enabled: needsTime,
  });
  const at = details?.day && details.from ? `${details.day} ${details.from}` : null;
  return (
    <li className={classes.line}>
      <span className={classes.number}>{ticket.label}</span>
      <span className={classes.words}>
        <LeftOverMark ticket={ticket} /> <LanguageName id={ticket.understood} /> · {t(`state.${ticket.state}`)}
        {ticket.topics.length > 0 && ` · ${ticket.topics.map(topic).join(', ')}`}
      </span>
      <div>
        <ChipGroup
          label={t('closeDay.reasonOf', { label: nameOf(ticket) })}
          options={WAYS.map((id) => ({ id, label: t(`closeDay.way.${id}`) }))}
          chosen={way === null ? [] : [way]}
          onToggle={(id) => onChoose({ way: id })}
        />
        {needsTime && (
          <Group gap="xs" mt="xs" align="flex-end">
            <ChipGroup
              label={t('closeDay.free')}
              chosen={at === null ? [] : [at]}
              onToggle={(chosen) => {
                const [day = '', from = ''] = chosen.split(' ');
                onChoose({ way, day, from });
              }}
              options={(free.data?.slots ?? []).map(({ day, from }) => ({
                id: `${day} ${from}`,
                label: `${formats.shortDate(day)} ${from}`,
              }))}
            />
            <TextInput
              type="date"
              size="xs"
              label={t('closeDay.day')}
              value={details?.day ?? ''}
              onChange={(event) => onChoose({ way, day: event.currentTarget.value })}
            />
            <TextInput
              type="time"
              size="xs"
              label={t('closeDay.time')}
              value={details?.from ?? ''}
              onChange={(event) => onChoose({ way, from: event.currentTarget.value })}
            />
            {way === 'call-back' && (
              <TextInput
                size="xs"
                type="tel"
                label={t('closeDay.reach')}
                maxLength={60}
                value={details?.reach ?? ''}
                onChange={(event) => onChoose({ way, reach: event.currentTarget.value })}
              />
            )}
          </Group>
        )}
      </div>
    </li>
  );
}
