import { Button, Group, Menu, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown, IconHeartHandshake, IconPhone, IconPhoneOff } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { InterpreterView } from '../../shared/interpreters/interpreters.contract.ts';
import { localDateOf } from '../../shared/kernel/instants.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { useFormats } from '../i18n/formats.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { Bdi } from '../ui/bdi.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';
import classes from './interpreters.module.css';
import { useStandingWords } from './standing-words.ts';
import { useOwnChange } from './use-own-change.ts';
import { useWeekdays } from './use-weekdays.ts';
import { weeklyHoursText } from './weekly-hours-text.ts';

interface InterpreterLineProps {
  interpreter: InterpreterView;
  now: string;
  onChange: () => void;
  onAway: () => void;
  onPledge: () => void;
}

/** One who interprets: languages, where they stand today, and one key to set it. */
export function InterpreterLine({ interpreter, now, onChange, onAway, onPledge }: InterpreterLineProps) {
  const { t } = useTranslation('interpreters');
  const { language, topic } = useCatalogue();
  const { date } = useFormats();
  const standingOf = useStandingWords();
  const weekdays = useWeekdays();
  const setToday = useCommand(orpc.interpreters.setToday);
  const setAway = useCommand(orpc.interpreters.setAway);
  const keepOwnChange = useOwnChange();
  const { id, revision, name } = interpreter;
  const isOn = interpreter.onCall !== null;
  const isAway = interpreter.awayUntil !== null && interpreter.awayUntil >= localDateOf(now);
  const say = async (input: { id: string; revision: number; today: InterpreterView['today'] }) => {
    const changed = await setToday.run(input);
    if (changed) keepOwnChange({ ...changed, said: { today: input.today } });
    return changed;
  };
  const today = (onCall: boolean | null) => {
    const before = interpreter.today;
    void say({ id, revision, today: onCall === null ? null : { onCall, until: null } }).then((changed) => {
      if (!changed) return;
      showNotice({
        kind: 'done',
        text: t('set.done', {
          name,
          standing: t(onCall === null ? 'set.asWeek' : onCall ? 'set.onCall' : 'set.notToday'),
        }),
        action: { label: t('door.undo'), run: () => void say({ ...changed, today: before }) },
      });
    });
  };
  const back = async () => {
    const changed = await setAway.run({ id, revision, awayUntil: null });
    if (changed) keepOwnChange({ ...changed, said: { awayUntil: null } });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const key = event.key.toLowerCase();
    if (key === 'b') today(true);
    else if (key === 'a') today(false);
    else if (key === 'w') today(null);
    else if (key === 'arrowdown' || key === 'arrowup')
      moveAmongLines(event.currentTarget, key === 'arrowdown' ? 1 : -1);
    else return;
    event.preventDefault();
  };
  const Icon = interpreter.kind === 'telephone' ? IconPhone : IconHeartHandshake;
  return (
    <li className={classes.row}>
      <UnstyledButton
        className={classes.who ?? ''}
        data-line
        aria-keyshortcuts="b a w"
        onKeyDown={onKeyDown}
        onClick={onChange}
      >
        <Group component="span" gap={8} wrap="nowrap">
          <Icon size={18} aria-hidden className={classes.kind} />
          <Text fw={600} component="span">
            <Bdi>{name}</Bdi>
          </Text>
          <Text size="sm" c="dimmed" component="span">
            {[t(`kind.${interpreter.kind}`), ...(interpreter.gender ? [t(`gender.${interpreter.gender}`)] : [])].join(
              ' · ',
            )}
          </Text>
        </Group>
        <Text size="sm" component="span" display="block">
          {interpreter.languages.map(language).join(', ')}
        </Text>
        <Text size="sm" c="dimmed" component="span" display="block">
          {[
            interpreter.phone,
            weeklyHoursText(interpreter.hours, weekdays),
            interpreter.topicsNotTaken.length > 0
              ? t('topicsNotTaken', { topics: interpreter.topicsNotTaken.map(topic).join(', ') })
              : '',
            interpreter.remark,
            interpreter.pledge === null
              ? ''
              : t('pledge.done', { day: date(interpreter.pledge.on), name: interpreter.pledge.takenBy }),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </Text>
      </UnstyledButton>
      <Group gap="xs" justify="flex-end" ml="auto">
        {interpreter.pledge === null && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconAlertTriangle size={16} aria-hidden />}
            aria-label={t('pledge.recordFor', { name })}
            title={t('pledge.missing')}
            onClick={onPledge}
          >
            {t('pledge.record')}
          </Button>
        )}
        <span className={classes.standing} data-on={isOn}>
          {!isOn && <IconPhoneOff size={16} aria-hidden />}
          {standingOf(interpreter, now)}
        </span>
        {isAway ? (
          <Button size="compact-sm" variant="default" disabled={setAway.pending} onClick={() => void back()}>
            {t('set.back')}
          </Button>
        ) : (
          <Menu position="bottom-end" returnFocus>
            <Menu.Target>
              <Button
                size="compact-sm"
                variant="default"
                disabled={setToday.pending}
                rightSection={<IconChevronDown size={16} aria-hidden />}
                aria-label={`${t('set.today')}, ${name}: ${standingOf(interpreter, now)}`}
              >
                {t('set.today')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item rightSection={<KeyHint keys="B" />} onClick={() => today(true)}>
                {t('set.onCall')}
              </Menu.Item>
              <Menu.Item rightSection={<KeyHint keys="A" />} onClick={() => today(false)}>
                {t('set.notToday')}
              </Menu.Item>
              <Menu.Item rightSection={<KeyHint keys="W" />} onClick={() => today(null)}>
                {t('set.asWeek')}
              </Menu.Item>
              <Menu.Item onClick={onAway}>{t('set.awayUntil')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
    </li>
  );
}

function moveAmongLines(from: HTMLElement, step: number): void {
  const lines = [...(from.closest('ul')?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
  lines[lines.indexOf(from) + step]?.focus();
}
