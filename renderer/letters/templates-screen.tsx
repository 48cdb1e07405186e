import { SegmentedControl, Select, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NoteTemplatesSection } from '../note-work/note-templates-section.tsx';
import { orpc } from '../rpc/client.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import classes from './letters.module.css';
import { TemplateEditor } from './template-editor.tsx';

/** The words of the office: of its letters, and the headings of its notes. */
export default function TemplatesScreen() {
  const { t } = useTranslation('letters');
  const [of, setOf] = useState<'letters' | 'notes'>('letters');
  return (
    <Stack gap="sm" className={classes.newLetter}>
      <SegmentedControl
        aria-label={t('template.of.label')}
        style={{ alignSelf: 'flex-start' }}
        value={of}
        onChange={(value) => setOf(value === 'notes' ? 'notes' : 'letters')}
        data={[
          { value: 'letters', label: t('template.of.letters') },
          { value: 'notes', label: t('template.of.notes') },
        ]}
      />
      {of === 'notes' ? <NoteTemplates /> : <LetterTemplates />}
    </Stack>
  );
}

function NoteTemplates() {
  const { t } = useTranslation('note-work');
  return (
    <>
      <Title order={1}>{t('template.title')}</Title>
      <NoteTemplatesSection />
    </>
  );
}

/** The words of the office's letters. Letters that were printed keep theirs. */
function LetterTemplates() {
  const { t } = useTranslation('letters');
  const templates = useQuery(orpc.letters.templates.queryOptions({ input: {} }));
  const settings = useQuery(orpc.office.settings.queryOptions({ input: {} }));
  const [chosen, setChosen] = useState<string | null>(null);
  const all = templates.data?.templates ?? [];
  const template = all.find(({ id }) => id === chosen) ?? all[0];
  const error = templates.error ?? settings.error;
  return (
    <>
      <Title order={1}>
        {template && all.length === 1 ? t('template.titleOf', { name: template.name }) : t('template.title')}
      </Title>
      {all.length > 1 && (
        <Select
          label={t('template.label')}
          maw={360}
          allowDeselect={false}
          value={template?.id ?? null}
          onChange={setChosen}
          data={all.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {error ? (
        <ErrorState
          error={error}
          onRetry={() => {
            void templates.refetch();
            void settings.refetch();
          }}
        />
      ) : template && settings.data ? (
        <TemplateEditor key={template.id} template={template} settings={settings.data} />
      ) : (
        <SkeletonLines lines={8} height={36} />
      )}
    </>
  );
}
