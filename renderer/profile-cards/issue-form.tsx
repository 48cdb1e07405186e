import { Button, Group, MultiSelect, Select, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CANNOT_READ, CLIENT_LANGUAGES, type ClientLanguage } from '../../shared/catalogue/catalogue.ts';
import type { PersonView } from '../../shared/people/people.contract.ts';
import { CARD_FIELDS, CARD_TOPICS, type CardField, MOST_CARD_TOPICS } from '../../shared/profile-cards/card-content.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { useCheckedFacts } from '../people/use-checked-facts.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { focusFirstError } from '../ui/form/focus-first-error.ts';
import { KeyButton } from '../ui/keyboard/key-button.tsx';
import { Message } from '../ui/message.tsx';
import { printHtml } from '../ui/print-html.ts';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { FieldChoices } from './field-choices.tsx';
import type { IssuedCard } from './issued.tsx';
import { PinFields, type Pins, pinProblem } from './pin-fields.tsx';
import classes from './profile-cards.module.css';

interface IssueFormProps {
  person: PersonView;
  onIssued: (card: IssuedCard) => void;
  onClose: () => void;
}

/** What goes on the card is what is ticked, as it stands there; nothing is ticked before the client has said so. */
export function IssueForm({ person, onIssued, onClose }: IssueFormProps) {
  const { t } = useTranslation('profile-cards');
  const { t: common } = useTranslation();
  const { topic, language: languageName } = useCatalogue();
  const element = useRef<HTMLFormElement>(null);
  const facts = useCheckedFacts(person);
  const [fields, setFields] = useState<readonly CardField[]>([]);
  const [topics, setTopics] = useState<string[]>([]);
  const [language, setLanguage] = useState<ClientLanguage>(() => readLanguageOf(person));
  const [pins, setPins] = useState<Pins>({ pin: '', again: '' });
  const [tried, setTried] = useState(false);
  const issue = useCommand(orpc.profileCards.issue);
  const problem = pinProblem(pins, person.bornOn);
  const nothing = fields.length === 0 && topics.length === 0;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problem !== null || nothing) return focusFirstError(element.current);
    const chosen = CARD_FIELDS.filter((field) => (field === 'topics' ? topics.length > 0 : fields.includes(field)));
    const { id, revision } = person;
    const card = await issue.run({ personId: id, revision, fields: chosen, topics, pin: pins.pin, language });
    if (!card) return;
    onIssued(card);
    await printHtml(card.html, t('title'));
  };
  return (
    <form ref={element} noValidate onSubmit={(event) => void submit(event)}>
      <div className={classes.columns}>
        <Stack gap="xs">
          <Text size="sm" c="dimmed">
            {t('issue.hint')}
          </Text>
          {facts === null ? (
            <SkeletonLines lines={8} height={28} />
          ) : (
            <FieldChoices personId={person.id} facts={facts} chosen={fields} onChange={setFields} />
          )}
          {tried && nothing && (
            <Message kind="error" announce>
              {t('issue.nothing')}
            </Message>
          )}
        </Stack>
        <Stack gap="sm">
          <MultiSelect
            label={t('topics')}
            description={t('issue.topicsHelp')}
            searchable
            hidePickedOptions
            maxValues={MOST_CARD_TOPICS}
            data={CARD_TOPICS.map((id) => ({ value: id, label: topic(id) }))}
            value={topics}
            onChange={setTopics}
          />
          <Select
            label={t('issue.language')}
            allowDeselect={false}
            data={CLIENT_LANGUAGES.map((id) => ({ value: id, label: languageName(id) }))}
            value={language}
            onChange={(value) => setLanguage(CLIENT_LANGUAGES.find((one) => one === value) ?? language)}
          />
          <PinFields pins={pins} onChange={setPins} problem={tried ? problem : null} />
          <Message kind="info">{t('issue.limits')}</Message>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
            <KeyButton
              keys="mod+Enter"
              submits
              leftSection={<IconPrinter size={18} aria-hidden />}
              loading={issue.pending}
            >
              {t('issue.print')}
            </KeyButton>
          </Group>
        </Stack>
      </div>
    </form>
  );
}

function readLanguageOf(person: PersonView): ClientLanguage {
  const read = person.read === CANNOT_READ ? null : person.read;
  return CLIENT_LANGUAGES.find((one) => one === (read ?? person.spoken)) ?? 'de';
}
