import { Anchor, Button, Text } from '@mantine/core';
import { IconCalendarUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { OFFER_RESULTS, type OfferResult } from '../../../shared/appointments/earlier-slot.rules.ts';
import type { FreedSlotView } from '../../../shared/appointments/earlier-slots.contract.ts';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Bdi } from '../../ui/bdi.tsx';
import classes from './earlier.module.css';

interface MatchLineProps {
  match: FreedSlotView['matches'][number];
  pending: boolean;
  onAnswer: (who: string, result: OfferResult) => void;
}

/** Somebody whom the slot suits: who, why they and whether it is fair to others, how they are reached, what came of it. */
export function MatchLine({ match, pending, onAnswer }: MatchLineProps) {
  const { t } = useTranslation('appointments');
  const { shortDate } = useFormats();
  const { language, topic } = useCatalogue();
  const number = t('earlier.number', { number: match.number });
  const who = match.people.length === 0 ? number : match.people.map(({ name }) => name).join(', ');
  const about = [match.language === null ? '' : language(match.language), ...match.topics.map(topic)];
  const facts = [
    t('earlier.now', { day: shortDate(match.day), from: match.from }),
    t('earlier.gained', { count: match.daysGained }),
    match.noticeHours > 0 ? t('earlier.notice', { count: match.noticeHours }) : '',
    match.deadlineOn === null ? '' : t('earlier.deadline', { day: shortDate(match.deadlineOn) }),
    match.reach === '' ? '' : t('earlier.reach', { reach: match.reach }),
  ].filter((fact) => fact !== '');
  const fairness = [
    t('earlier.waited', { count: match.waitedDays }),
    match.waitedLessThanThis > 0 ? t('earlier.waitsLonger', { count: match.waitedLessThanThis }) : '',
    match.waitedLongerThanThis > 0 ? t('earlier.othersLonger', { count: match.waitedLongerThanThis }) : '',
  ].filter((fact) => fact !== '');
  return (
    <li className={classes.match}>
      <div>
        <Text fw={600}>
          {match.people.length === 0 ? number : <People people={match.people} />}
          <Text span size="sm" fw={400} c="dimmed">
            {` ${about.filter((word) => word !== '').join(' · ')}`}
          </Text>
        </Text>
        <div className={classes.facts}>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </div>
        <Text size="sm">{fairness.join(' · ')}</Text>
        <ul className={classes.why} aria-label={t('earlier.whyLabel', { who })}>
          {match.reasons.map((reason) => (
            <li key={reason} className={classes.reason} data-reason={reason}>
              {t(`earlier.reason.${reason}`)}
            </li>
          ))}
        </ul>
        {match.offered && (
          <Text size="sm" c="dimmed" mt={4}>
            {t('earlier.said', { what: t(`earlier.offered.${match.offered}`) })}
          </Text>
        )}
      </div>
      <div className={classes.results} role="group" aria-label={t('earlier.resultLabel', { who })}>
        {OFFER_RESULTS.toSorted((a, b) => Number(b === 'moved') - Number(a === 'moved')).map((result) => (
          <Button
            key={result}
            size="compact-sm"
            variant={result === 'moved' ? 'light' : 'default'}
            leftSection={result === 'moved' ? <IconCalendarUp size={16} aria-hidden /> : undefined}
            disabled={pending}
            onClick={() => onAnswer(who, result)}
          >
            {t(`earlier.result.${result}`)}
          </Button>
        ))}
      </div>
    </li>
  );
}

function People({ people }: { people: MatchLineProps['match']['people'] }) {
  return people.map(({ id, name }, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <Anchor component={Link} href={`/people/${id}`} inherit>
        <Bdi>{name}</Bdi>
      </Anchor>
    </span>
  ));
}
