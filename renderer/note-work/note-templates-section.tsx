import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteTemplate } from '../../shared/note-work/note-work.contract.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { showNotice, showUndoable } from '../ui/notices/notice-store.ts';
import { Section } from '../ui/section.tsx';
import classes from './note-work.module.css';

/** The office's headings and questions for notes: the lead names them, a line each. */
export function NoteTemplatesSection() {
  const { t } = useTranslation('note-work');
  const templates = useQuery(orpc.noteWork.templates.queryOptions({ input: {} }));
  const [adding, setAdding] = useState(false);
  const all = templates.data?.templates ?? [];
  return (
    <Section
      title={t('template.headings')}
      aside={
        !adding && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('template.add')}
          </Button>
        )
      }
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('template.hint')}
        </Text>
        {adding && <TemplateFields template={null} onDone={() => setAdding(false)} />}
        {all.map((template) => (
          <TemplateFields key={`${template.id} ${template.revision}`} template={template} />
        ))}
        {templates.data && all.length === 0 && !adding && <EmptyState title={t('template.none')} />}
      </Stack>
    </Section>
  );
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function TemplateFields({ template, onDone }: { template: NoteTemplate | null; onDone?: () => void }) {
  const { t } = useTranslation('note-work');
  const { t: common } = useTranslation();
  const [name, setName] = useState(template?.name ?? '');
  const [text, setText] = useState(template?.headings.join('\n') ?? '');
  const write = useCommand(orpc.noteWork.writeTemplate, {
    onDone: () => {
      showNotice({ kind: 'done', text: t('template.didSave', { name }) });
      onDone?.();
    },
  });
  const restore = useCommand(orpc.noteWork.writeTemplate);
  const remove = useCommand(orpc.noteWork.removeTemplate, {
    onDone: () =>
      showUndoable({
        text: t('template.didRemove', { name: template?.name ?? '' }),
        undo: async () =>
          template !== null &&
          (await restore.run({ template: null, name: template.name, headings: template.headings })) !== null,
      }),
  });
  const headings = linesOf(text);
  const isComplete = name.trim() !== '' && headings.length > 0 && headings.length <= 12;
  const isChanged = name !== (template?.name ?? '') || headings.join('\n') !== (template?.headings.join('\n') ?? '');
  const on = template && { id: template.id, revision: template.revision };
  return (
    <form
      className={classes.template}
      aria-label={template?.name ?? t('template.add')}
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) void write.run({ template: on, name, headings });
      }}
    >
      <Stack gap="xs">
        <TextInput
          label={t('template.name')}
          maw={360}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Textarea
          label={t('template.headings')}
          description={t('template.headingsHint')}
          autosize
          minRows={3}
          maxRows={12}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          {on ? (
            <Button variant="subtle" color="gray" loading={remove.pending} onClick={() => void remove.run(on)}>
              {common('remove')}
            </Button>
          ) : (
            <Button variant="subtle" color="gray" onClick={onDone}>
              {common('cancel')}
            </Button>
          )}
          <Button type="submit" variant="default" loading={write.pending} disabled={!isComplete || !isChanged}>
            {common('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
