import { Text } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyButton } from '../../ui/keyboard/key-button.tsx';
import { useKeys } from '../../ui/keyboard/use-keys.tsx';
import { Message } from '../../ui/message.tsx';
import classes from './check-in-form.module.css';
import { type CheckInEntry, toggleTopic } from './entry.ts';
import { LanguageChips, useLanguagesByOffice } from './language-chips.tsx';
import { MoreDetails } from './more-details.tsx';
import { TopicChooser } from './topic-chooser.tsx';

interface CheckInFormProps {
  entry: CheckInEntry;
  onChange: (entry: CheckInEntry) => void;
  onSubmit: (entry: CheckInEntry) => void;
  pending: boolean;
  submitLabel: string;
  kindIsFixed: boolean;
}

/** Left what is asked of everybody, right what may be said. A digit chooses the language from anywhere but a text field. */
export function CheckInForm({ entry, onChange, onSubmit, pending, submitLabel, kindIsFixed }: CheckInFormProps) {
  const { t } = useTranslation('queue');
  const languages = useLanguagesByOffice();
  const languageGroup = useRef<HTMLDivElement>(null);
  const topicField = useRef<HTMLInputElement>(null);
  const [languageMissing, setLanguageMissing] = useState(false);
  const change = (part: Partial<CheckInEntry>) => onChange({ ...entry, ...part });

  const chooseLanguage = (spoken: string) => {
    setLanguageMissing(false);
    change({ spoken });
    topicField.current?.focus();
  };
  const submit = (complete: CheckInEntry) => {
    if (complete.spoken === null) {
      setLanguageMissing(true);
      focusFirst(languageGroup.current);
      return;
    }
    onSubmit(complete);
  };
  const byDigit = (digit: number) => {
    const spoken = [...languages.ofOffice, ...languages.others][digit - 1];
    if (spoken) chooseLanguage(spoken);
  };
  useKeys(
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => ({
      keys: String(digit),
      run: () => byDigit(digit),
      ...(digit === 1 ? { label: t('checkIn.digits') } : {}),
    })),
  );

  return (
    <form
      className={classes.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit(entry);
      }}
    >
      <div className={classes.asked}>
        <div className={classes.languages}>
          <Text size="sm" fw={500} aria-hidden>
            {t('checkIn.language')}
          </Text>
          <LanguageChips ref={languageGroup} languages={languages} chosen={entry.spoken} onChoose={chooseLanguage} />
          {languageMissing && (
            <Message kind="error" announce>
              {t('checkIn.languageMissing')}
            </Message>
          )}
        </div>
        <TopicChooser
          ref={topicField}
          chosen={entry.topics}
          takesFocus={entry.spoken !== null}
          onToggle={(id) => change({ topics: toggleTopic(entry.topics, id) })}
          onEnter={(pointedAt) =>
            submit(pointedAt ? { ...entry, topics: toggleTopic(entry.topics, pointedAt) } : entry)
          }
          onDigit={byDigit}
        />
      </div>
      <div className={classes.more}>
        <MoreDetails entry={entry} onChange={change} kindIsFixed={kindIsFixed} />
      </div>
      <div className={classes.end}>
        <Text size="sm" c="dimmed">
          {t('checkIn.escape')}
        </Text>
        <KeyButton keys="F4" size="md" loading={pending} submits>
          {submitLabel}
        </KeyButton>
      </div>
    </form>
  );
}

function focusFirst(group: HTMLElement | null): void {
  group?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
}
