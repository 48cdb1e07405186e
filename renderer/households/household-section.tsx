import { Button, Group, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconHome } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { HouseholdMember, HouseholdView } from '../../shared/households/households.contract.ts';
import { displayName } from '../../shared/people/display-name.rules.ts';
import type { PersonView } from '../../shared/people/people.contract.ts';
import { useRight } from '../access/session-store.ts';
import { useFormats } from '../i18n/formats.ts';
import classes from '../people/people.module.css';
import { orpc } from '../rpc/client.ts';
import { Bdi } from '../ui/bdi.tsx';
import { Message } from '../ui/message.tsx';
import { Section } from '../ui/section.tsx';
import { HouseholdActions } from './household-actions.tsx';
import { HouseholdTimeline } from './household-timeline.tsx';

/** Who belongs to a person: closed until somebody asks, since it concerns others too. */
export function HouseholdSection({ person }: { person: PersonView }) {
  const { t } = useTranslation('households');
  const [open, setOpen] = useState(false);
  const bodyId = useId();
  const view = useQuery(orpc.households.of.queryOptions({ input: { personId: person.id } }));
  if (!view.data) return null;
  const Icon = open ? IconChevronUp : IconChevronDown;
  return (
    <section className={classes.header} aria-label={t('title')}>
      <Button
        variant="subtle"
        size="compact-sm"
        ml={-8}
        leftSection={<IconHome size={18} aria-hidden />}
        rightSection={<Icon size={16} aria-hidden />}
        aria-expanded={open}
        aria-controls={bodyId}
        onClick={() => setOpen(!open)}
      >
        <Summary view={view.data} />
      </Button>
      <div id={bodyId} hidden={!open}>
        {open && <HouseholdBody person={person} view={view.data} />}
      </div>
    </section>
  );
}

function Summary({ view: { household } }: { view: HouseholdView }) {
  const { t } = useTranslation('households');
  if (!household) return t('summaryNone');
  const seeking =
    household.wishDistricts.length === 0 ? t('seeks') : t('seeksIn', { districts: household.wishDistricts.join(', ') });
  const size = t('summary', { count: household.size });
  return household.seeksFlat ? `${size} · ${seeking}` : size;
}

function HouseholdBody({ person, view }: { person: PersonView; view: HouseholdView }) {
  const { t } = useTranslation('households');
  const { date } = useFormats();
  const mayWrite = useRight('people.write');
  const { members, relatives, ended, samePhone } = view;
  const nobody = members.length + relatives.length + ended.length === 0;
  return (
    <Stack gap="md" mt="xs">
      {nobody && <Text c="dimmed">{t('none')}</Text>}
      {members.length > 0 && <Members title={t('members')} members={members} />}
      {relatives.length > 0 && <Members title={t('relatives')} members={relatives} />}
      {ended.map(({ kind, toOn }) => (
        <Text key={`${kind} ${toOn}`} size="sm" c="dimmed">
          {t('ended', { kind: t(`kind.${kind}`), day: date(toOn) })}
        </Text>
      ))}
      {samePhone.map(({ id, name }) => (
        <Message kind="info" key={id}>
          {t('samePhone', { name })}
        </Message>
      ))}
      {mayWrite && <HouseholdActions person={{ id: person.id, name: displayName(person) }} view={view} />}
      {members.length > 0 && <HouseholdTimeline personId={person.id} />}
      <Text size="sm" c="dimmed">
        {t('whoSees')}
      </Text>
    </Stack>
  );
}

function Members({ title, members }: { title: string; members: readonly HouseholdMember[] }) {
  const { t } = useTranslation('households');
  const { t: people } = useTranslation('people');
  const { date } = useFormats();
  return (
    <Section title={title} level={3} raised={false}>
      <ul className={classes.plainList}>
        {members.map(({ id, name, kind, bornYear, fromOn }) => {
          const facts = [
            kind === null ? t('noKind') : t(`kind.${kind}`),
            bornYear === null ? null : people('bornYear', { year: bornYear }),
            fromOn === null ? null : t('since', { day: date(fromOn) }),
          ].filter((fact) => fact !== null);
          return (
            <li key={id}>
              <Group gap="sm">
                <Link href={`/people/${id}`} className={classes.link ?? ''}>
                  <Bdi fw={600}>{name}</Bdi>
                </Link>
                <Text size="sm" c="dimmed">
                  {facts.join(' · ')}
                </Text>
              </Group>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
