import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HoursPlan } from '../../../shared/appointments/consulting-hours.contract.ts';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { useRight } from '../../access/session-store.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Message } from '../../ui/message.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import classes from './hours.module.css';
import type { HoursSheetAsked } from './sheet-asked.ts';
import { useHoursCommands } from './use-hours-commands.ts';
import { useHoursWords } from './use-hours-words.ts';
import type { PlanEntry } from './week-plan.ts';

interface HoursSheetProps {
  plan: HoursPlan;
  entry: PlanEntry;
  day: LocalDate;
  /** Appointments that stand in these hours on that day. */
  booked: number;
  onOpen: (asked: HoursSheetAsked) => void;
  onClose: () => void;
}

/** Everything about some hours on a day, and what can be done with them. */
export function HoursSheet({ plan, entry, day, booked, onOpen, onClose }: HoursSheetProps) {
  const { t } = useTranslation('appointments');
  const { longDate, date } = useFormats();
  const words = useHoursWords();
  const mayWrite = useRight('consulting-hours.write') && day >= plan.today;
  const commands = useHoursCommands(plan.today);
  const { series, exception, hours, state } = entry;
  const outpost = plan.outposts.find(({ id }) => id === hours.outpostId);
  const facts: [string, string][] = [
    [t('hours.field.kind'), words.kind(hours)],
    [t('hours.field.languages'), words.languages(hours.languages)],
    [t('hours.field.topics'), words.topics(hours.topics)],
    [t('hours.field.staff'), words.staff(hours.staffIds)],
    [t('hours.field.place'), words.place(hours.place, hours.outpostId)],
  ];
  if (entry.awayIds.length > 0 && state !== 'nobody-there') facts.push([t('hours.away'), words.staff(entry.awayIds)]);
  if (outpost) {
    if (outpost.address) facts.push([t('hours.outpost.address'), outpost.address]);
    if (outpost.kit.length > 0) facts.push([t('hours.outpost.kit'), outpost.kit.join(', ')]);
  }
  if (series) {
    const until = series.validUntil ? ` ${t('hours.untilDay', { day: date(series.validUntil) })}` : '';
    facts.push([
      t('hours.rhythm'),
      `${words.rhythm(series.everyWeeks)}, ${t('hours.fromDay', { day: date(series.validFrom) })}${until}`,
    ]);
  }
  const closing = async (done: Promise<boolean>) => {
    if (await done) onClose();
  };
  const cancel = () =>
    closing(
      commands.addException(
        { seriesId: series?.id ?? null, day, hours: null },
        exception,
        t('hours.did.cancelled', { day: longDate(day) }),
      ),
    );
  return (
    <Sheet title={`${longDate(day)}, ${words.span(hours)}`} onClose={onClose}>
      <Stack gap="sm">
        {state !== 'usual' && (
          <Message kind={state === 'extra' || state === 'changed' ? 'info' : 'urgent'}>
            {t(`hours.state.${state}`)}
          </Message>
        )}
        <dl className={classes.facts}>
          {facts.map(([term, value]) => (
            <div key={term}>
              <Text component="dt" size="sm" c="dimmed">
                {term}
              </Text>
              <Text component="dd" m={0}>
                {value}
              </Text>
            </div>
          ))}
        </dl>
        {booked > 0 && <Text size="sm">{t('hours.booked', { count: booked })}</Text>}
        {mayWrite && (
          <Group gap="xs">
            {series && state !== 'cancelled' && (
              <>
                <Button variant="default" data-autofocus onClick={() => onOpen({ sheet: 'otherwise', entry, day })}>
                  {t('hours.otherwise')}
                </Button>
                <Button variant="default" loading={commands.pending} onClick={() => void cancel()}>
                  {t('hours.cancelDay')}
                </Button>
              </>
            )}
            {exception && (
              <Button
                variant="default"
                loading={commands.pending}
                onClick={() =>
                  void closing(commands.withdrawException(exception, t('hours.did.withdrawn', { day: longDate(day) })))
                }
              >
                {t(series ? 'hours.asUsual' : 'hours.withdraw')}
              </Button>
            )}
            {series && (
              <>
                <Button variant="default" onClick={() => onOpen({ sheet: 'change', series, day })}>
                  {t('hours.changeFrom')}
                </Button>
                <Button variant="default" onClick={() => onOpen({ sheet: 'end', series, day })}>
                  {t('hours.end')}
                </Button>
              </>
            )}
          </Group>
        )}
      </Stack>
    </Sheet>
  );
}
