import { Checkbox, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PersonHit } from '../../../shared/people/people.contract.ts';
import { Message } from '../../ui/message.tsx';
import classes from '../people.module.css';
import { PersonHitLine } from '../person-hit-line.tsx';
import type { AlikePeople as Alike } from './use-alike-people.ts';

interface AlikePeopleProps {
  alike: Alike;
  /** Whether it was to be stored before anybody said that it is somebody else. */
  unanswered: boolean;
  /** It is one of them. */
  onChosen: (hit: PersonHit) => void;
}

/** Who may be there already, and why; of a likely one somebody says that it is another person. */
export function AlikePeople({ alike, unanswered, onChosen }: AlikePeopleProps) {
  const { t } = useTranslation('people');
  const { t: duplicates } = useTranslation('duplicates');
  const { people, likely, isOther, setOther } = alike;
  if (people.length === 0) return null;
  return (
    <Message kind="urgent" announce>
      <Text fw={600} size="sm">
        {t('similar.title', { count: people.length })}
      </Text>
      <ul className={classes.similar}>
        {people.map(({ person, reasonsFor, reasonsAgainst }) => (
          <li key={person.id}>
            <UnstyledButton
              className={classes.similarPerson}
              onClick={() => onChosen(person)}
              aria-label={t('similar.take', { name: person.name })}
            >
              <PersonHitLine hit={person} />
              <Text size="sm">
                {[
                  ...reasonsFor.map((reason) => duplicates(`for.${reason}`)),
                  ...reasonsAgainst.map((reason) => duplicates(`against.${reason}`)),
                ].join(' · ')}
              </Text>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {likely.length > 0 && (
        <Checkbox
          mt="xs"
          label={t('similar.other')}
          checked={isOther}
          onChange={(event) => setOther(event.currentTarget.checked)}
          aria-invalid={unanswered && !isOther}
          error={unanswered && !isOther ? t('similar.unanswered') : null}
        />
      )}
    </Message>
  );
}
