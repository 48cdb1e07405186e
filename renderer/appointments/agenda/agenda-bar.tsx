import { Button, Group, Menu, SegmentedControl, Text } from '@mantine/core';
import {
  IconCalendarDown,
  IconCalendarPlus,
  IconChevronLeft,
  IconChevronRight,
  IconDots,
  IconEye,
  IconEyeOff,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addDays, type LocalDate } from '../../../shared/kernel/instants.ts';
import { useFormats } from '../../i18n/formats.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { KeyButton } from '../../ui/keyboard/key-button.tsx';
import { useSaveCalendar } from '../use-save-calendar.ts';
import { useStaffOfOffice } from '../use-staff-of-office.ts';
import classes from './agenda.module.css';
import type { AgendaView } from './agenda-screen.tsx';

interface AgendaBarProps {
  view: AgendaView;
  /** The first day that is shown. */
  from: LocalDate;
  isNow: boolean;
  staffId: string | null;
  withCalledOff: boolean;
  onView: (view: AgendaView) => void;
  onMove: (by: -1 | 1) => void;
  onToday: () => void;
  onStaff: (staffId: string | null) => void;
  onCalledOff: (shown: boolean) => void;
  onBook: () => void;
}

/** Which time is looked at, whose, and the way to a new appointment. */
export function AgendaBar(props: AgendaBarProps) {
  const { view, from, isNow, staffId, withCalledOff, onView, onMove, onToday, onStaff, onCalledOff, onBook } = props;
  const { t } = useTranslation('appointments');
  const formats = useFormats();
  const staff = useStaffOfOffice();
  const saveCalendar = useSaveCalendar();
  const span =
    view === 'week'
      ? t('agenda.week.span', { from: formats.shortDate(from), to: formats.shortDate(addDays(from, 6)) })
      : formats.longDate(from);
  return (
    <div className={classes.bar}>
      <Group gap={4} wrap="nowrap">
        <Button variant="default" size="xs" px={6} aria-label={t(`agenda.${view}.previous`)} onClick={() => onMove(-1)}>
          <IconChevronLeft size={18} aria-hidden />
        </Button>
        <Button variant={isNow ? 'light' : 'default'} size="xs" aria-pressed={isNow} onClick={onToday}>
          {t('agenda.today')}
        </Button>
        <Button variant="default" size="xs" px={6} aria-label={t(`agenda.${view}.next`)} onClick={() => onMove(1)}>
          <IconChevronRight size={18} aria-hidden />
        </Button>
      </Group>
      <Text component="h2" className={classes.span} aria-live="polite">
        {span}
      </Text>
      <SegmentedControl<AgendaView>
        size="xs"
        aria-label={t('agenda.view')}
        value={view}
        onChange={onView}
        data={[
          { value: 'week', label: t('agenda.week.title') },
          { value: 'day', label: t('agenda.day.title') },
        ]}
      />
      <div className={classes.staff}>
        <ChipGroup
          label={t('agenda.staff')}
          options={staff.map(({ id, firstName }) => ({ id, label: firstName }))}
          chosen={staffId === null ? [] : [staffId]}
          onToggle={(id) => onStaff(staffId === id ? null : id)}
        />
      </div>
      <Menu position="bottom-end" trapFocus returnFocus>
        <Menu.Target>
          <Button variant="default" size="xs" px={8} aria-label={t('agenda.more')}>
            <IconDots size={18} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={withCalledOff ? <IconEyeOff size={18} aria-hidden /> : <IconEye size={18} aria-hidden />}
            onClick={() => onCalledOff(!withCalledOff)}
          >
            {withCalledOff ? t('agenda.hideCalledOff') : t('agenda.showCalledOff')}
          </Menu.Item>
          <Menu.Label>{t('agenda.saveWeek')}</Menu.Label>
          {staff.map(({ id, displayName }) => (
            <Menu.Item
              key={id}
              leftSection={<IconCalendarDown size={18} aria-hidden />}
              onClick={() => void saveCalendar(id, from)}
            >
              {displayName}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <KeyButton keys="F8" size="xs" leftSection={<IconCalendarPlus size={18} aria-hidden />} onClick={onBook}>
        {t('book')}
      </KeyButton>
    </div>
  );
}
