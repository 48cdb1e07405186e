import { Group, NumberInput, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactView, NoteLevel } from '../../shared/consultations/consultations.contract.ts';
import { topicsProblem } from '../../shared/consultations/contact.rules.ts';
import type { PickedPerson } from '../people/create-person-form.tsx';
import { PersonPicker } from '../people/person-picker.tsx';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { FormButtons } from '../ui/form-buttons.tsx';
import { LevelEdge } from '../ui/level-edge.tsx';
import { Message } from '../ui/message.tsx';
import { showUndoable } from '../ui/notices/notice-store.ts';
import { Sheet } from '../ui/sheet.tsx';
import { MATTER_LEVELS, type MatterLevel } from './contact-person.tsx';
import { LevelChoice } from './notes/level-choice.tsx';
import { ContactTopics } from './topics/contact-topics.tsx';

interface MatterSheetProps {
  /** The talk that the matter came up in. */
  contact: ContactView;
  languages: { spoken: string; understood: string; read: string };
  onClose: () => void;
}

/** One more matter of a talk, kept by itself: anonymous unless somebody says otherwise, whatever the talk is. */
export function MatterSheet({ contact, languages, onClose }: MatterSheetProps) {
  const { t } = useTranslation('consultations');
  const levelId = useId();
  const [level, setLevel] = useState<MatterLevel>('anonymous');
  const [person, setPerson] = useState<PickedPerson | null>(null);
  const [topics, setTopics] = useState<ContactView['topics']>([]);
  const [minutes, setMinutes] = useState(10);
  const [note, setNote] = useState<{ level: NoteLevel; text: string }>({ level: 'V3', text: '' });
  const [missing, setMissing] = useState<'needsPerson' | 'noTopic' | null>(null);
  const takeBack = useCommand(orpc.levels.takeBack);
  const add = useCommand(orpc.levels.add, {
    onDone: ({ id }) => {
      showUndoable({ text: t('matter.added'), undo: async () => (await takeBack.run({ id })) !== null });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lacks = topicsProblem(topics) ? 'noTopic' : level !== 'anonymous' && !person ? 'needsPerson' : null;
    setMissing(lacks);
    if (lacks) return;
    const written = note.text.trim() === '' ? null : note;
    void add.run({ contactId: contact.id, personId: person?.id ?? null, topics, minutes, note: written });
  };
  return (
    <Sheet title={t('matter.title')} size="lg" closeOnClickOutside={false} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text c="dimmed">{t('matter.text')}</Text>
          <Stack gap={6}>
            <Text id={levelId} size="sm" fw={500}>
              {t('matter.howLed')}
            </Text>
            <Group>
              <SegmentedControl<MatterLevel>
                aria-labelledby={levelId}
                value={level}
                onChange={(chosen) => {
                  setLevel(chosen);
                  setPerson(null);
                }}
                data={MATTER_LEVELS.map((value) => ({ value, label: t(`matter.${value}`) }))}
              />
            </Group>
            {level !== 'anonymous' && (
              <PersonPicker key={level} value={person} known={{ ...languages, level }} onChange={setPerson} />
            )}
          </Stack>
          <ContactTopics topics={topics} onChange={setTopics} goTo={null} />
          <NumberInput
            label={t('matter.minutes')}
            w={140}
            min={0}
            max={600}
            allowDecimal={false}
            clampBehavior="strict"
            value={minutes}
            onChange={(value) => setMinutes(typeof value === 'number' ? value : 0)}
          />
          <LevelEdge level={note.level}>
            <Group justify="space-between" mb={6} gap="xs">
              <Text component="h3" size="sm" fw={650} m={0}>
                {t('matter.note')}
              </Text>
              <LevelChoice level={note.level} onChoose={(chosen) => setNote({ ...note, level: chosen })} />
            </Group>
            <Textarea
              aria-label={t('matter.note')}
              autosize
              minRows={2}
              maxRows={6}
              maxLength={20_000}
              dir="auto"
              value={note.text}
              onChange={(event) => setNote({ ...note, text: event.currentTarget.value })}
            />
          </LevelEdge>
          {missing && (
            <Message kind="error" announce>
              {t(`matter.${missing}`)}
            </Message>
          )}
          <FormButtons submitLabel={t('matter.add')} pending={add.pending} onCancel={onClose} />
        </Stack>
      </form>
    </Sheet>
  );
}
