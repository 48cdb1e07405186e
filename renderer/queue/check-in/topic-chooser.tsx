import { Text, TextInput, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, type Ref, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { TopicIcon } from '../../ui/topic-icon.tsx';
import { findTopics } from './find-topics.ts';
import classes from './topic-chooser.module.css';

interface TopicChooserProps {
  chosen: readonly string[];
  onToggle: (topicId: string) => void;
  /** Enter: everything is said. Gets the topic that the letters in the field point at, which counts too. */
  onEnter: (pointedAt: string | null) => void;
  /** A digit in this field means a language. */
  onDigit: (digit: number) => void;
  /** Whether the language is known, so that the sheet begins here. */
  takesFocus: boolean;
  ref: Ref<HTMLInputElement>;
}

/**
 * Topics by typing: letters make the others fade, each stays in its place, and point at the best one; Enter takes it and is done, Space takes it and
 * goes on. Without letters Enter is done with what was chosen.
 */
export function TopicChooser({ chosen, onToggle, onEnter, onDigit, takesFocus, ref }: TopicChooserProps) {
  const { t } = useTranslation('queue');
  const { topic, topics } = useCatalogue();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [position, setPosition] = useState<number | null>(null);
  const offered = topics(chosen);
  const found = findTopics(offered, typed, currentLanguage());
  const isPointing = typed !== '' || position !== null;
  const pointedAt = isPointing ? (found[Math.min(position ?? 0, found.length - 1)]?.id ?? null) : null;

  const restart = () => {
    setTyped('');
    setPosition(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (/^[1-9]$/.test(event.key)) onDigit(Number(event.key));
    else if (event.key === 'Enter') {
      // Letters that mean no topic are a slip, not a wish for a ticket without one.
      if (typed !== '' && pointedAt === null) return event.preventDefault();
      onEnter(pointedAt !== null && !chosen.includes(pointedAt) ? pointedAt : null);
    } else if ((event.key === ' ' || event.key === ',') && isPointing) {
      if (pointedAt !== null) onToggle(pointedAt);
      restart();
    } else if (event.key === 'ArrowRight' || event.key === 'ArrowDown')
      setPosition(Math.min((position ?? -1) + 1, found.length - 1));
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp')
      setPosition(position === null || position === 0 ? null : position - 1);
    else if (event.key === 'Backspace' && typed === '') {
      const last = chosen.at(-1);
      if (last !== undefined) onToggle(last);
    } else return;
    event.preventDefault();
  };

  return (
    <div>
      <TextInput
        ref={ref}
        label={t('checkIn.topics')}
        placeholder={t('checkIn.topicsPlaceholder')}
        size="md"
        role="combobox"
        aria-expanded
        data-list-stays
        // A sheet puts the focus on its first question a moment after it opened: not away from who is quicker.
        data-autofocus={takesFocus || undefined}
        aria-controls={listId}
        aria-activedescendant={pointedAt ? `${listId}-${pointedAt}` : undefined}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setPosition(null);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-multiselectable aria-label={t('checkIn.topics')} className={classes.chips}>
        {offered.map(({ id }) => (
          <UnstyledButton
            key={id}
            component="div"
            id={`${listId}-${id}`}
            role="option"
            aria-selected={chosen.includes(id)}
            data-pointed={id === pointedAt || undefined}
            data-faded={!found.some((one) => one.id === id) || undefined}
            className={classes.chip}
            onClick={() => {
              onToggle(id);
              restart();
            }}
          >
            <TopicIcon id={id} />
            {topic(id)}
            {id === pointedAt && <KeyHint keys="↵" />}
          </UnstyledButton>
        ))}
      </div>
      <Text size="sm" c="dimmed" role="status" mt={6}>
        {found.length === 0
          ? t('checkIn.noSuchTopic', { typed })
          : pointedAt
            ? t('checkIn.pointing', { topic: topic(pointedAt) })
            : t('checkIn.topicsHint')}
      </Text>
    </div>
  );
}
