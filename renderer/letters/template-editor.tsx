import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { composeLetter } from '../../shared/letters/compose-letter.ts';
import type { TemplateView } from '../../shared/letters/letters.contract.ts';
import { renderLetterHtml } from '../../shared/letters/render-letter.ts';
import type { OfficeSettings } from '../../shared/office/office.contract.ts';
import { useRight, useSession } from '../access/session-store.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { ConflictChoice } from '../ui/form/conflict-choice.tsx';
import { focusFirstError } from '../ui/form/focus-first-error.ts';
import { showNotice } from '../ui/notices/notice-store.ts';
import { useDebounced } from '../ui/use-debounced.ts';
import classes from './letters.module.css';
import { PaperFrame } from './paper-frame.tsx';
import { usePlaceholderNames } from './placeholder-names.ts';
import { sampleSources } from './sample-letter.ts';
import { templateProblems } from './template-problems.ts';
import { useToday } from './use-today.ts';

/** Words of a template, its placeholders, and a letter of an invented case made with them. */
export function TemplateEditor({ template, settings }: { template: TemplateView; settings: OfficeSettings }) {
  const { t } = useTranslation('letters');
  const { t: common } = useTranslation();
  const mayWrite = useRight('templates.write');
  const element = useRef<HTMLFormElement>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  const [revision, setRevision] = useState(template.revision);
  const [values, setValues] = useState({ subject: template.subject, body: template.body });
  const [conflict, setConflict] = useState(false);
  const problems = templateProblems(t, values);
  const changed = values.subject !== template.subject || values.body !== template.body;
  const save = useCommand(orpc.letters.changeTemplate, {
    onDone: (saved) => {
      setRevision(saved.revision);
      showNotice({ kind: 'done', text: t('template.saved', { version: saved.version }) });
    },
    onFault: (fault) => {
      if (fault.code !== 'CONFLICT') return 'tell';
      setConflict(true);
      return 'shown';
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (problems.subject !== null || problems.body !== null) return focusFirstError(element.current);
    void save.run({ id: template.id, revision, ...values });
  };
  const insert = (placeholder: string) => {
    const field = body.current;
    const at = field?.selectionStart ?? values.body.length;
    const until = field?.selectionEnd ?? at;
    const word = `{{${placeholder}}}`;
    setValues({ ...values, body: values.body.slice(0, at) + word + values.body.slice(until) });
    window.requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(at + word.length, at + word.length);
    });
  };
  const goOnFromStored = (mine: boolean) => {
    if (!mine) setValues({ subject: template.subject, body: template.body });
    setRevision(template.revision);
    setConflict(false);
  };

  return (
    <form ref={element} onSubmit={submit} noValidate className={classes.editor}>
      <div className={classes.editorForm}>
        <Stack gap="sm" className={classes.editorFields}>
          {conflict && (
            <ConflictChoice
              stored={template.subject}
              onKeepMine={() => goOnFromStored(true)}
              onTakeTheirs={() => goOnFromStored(false)}
            />
          )}
          <Text size="sm" c="dimmed">
            {t('template.help')}
          </Text>
          <TextInput
            label={t('template.subject')}
            readOnly={!mayWrite}
            maxLength={200}
            value={values.subject}
            error={problems.subject}
            onChange={(event) => setValues({ ...values, subject: event.currentTarget.value })}
          />
          <Textarea
            ref={body}
            label={t('template.body')}
            description={t('template.bodyHelp')}
            readOnly={!mayWrite}
            rows={12}
            maxLength={8000}
            value={values.body}
            error={problems.body}
            onChange={(event) => setValues({ ...values, body: event.currentTarget.value })}
          />
          {mayWrite && <Placeholders onInsert={insert} />}
        </Stack>
        <div className={classes.editorFoot}>
          {mayWrite ? (
            <Group justify="space-between">
              <Text size="sm" c="dimmed">
                {t('details.version', { version: template.version })}
              </Text>
              <Group gap="sm">
                <Button
                  variant="default"
                  disabled={!changed}
                  onClick={() => setValues({ subject: template.subject, body: template.body })}
                >
                  {t('template.reset')}
                </Button>
                <Button type="submit" disabled={!changed || conflict} loading={save.pending}>
                  {common('save')}
                </Button>
              </Group>
            </Group>
          ) : (
            <Text size="sm" c="dimmed">
              {t('template.readOnly')}
            </Text>
          )}
        </div>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={classes.paper} role="region" aria-label={t('template.preview')} tabIndex={0}>
        <SamplePaper template={{ ...template, ...values }} settings={settings} />
      </div>
    </form>
  );
}

function Placeholders({ onInsert }: { onInsert: (placeholder: string) => void }) {
  const { t } = useTranslation('letters');
  const { all } = usePlaceholderNames();
  return (
    <div role="group" aria-label={t('template.placeholders')}>
      <Text size="sm" fw={500} mb={4}>
        {t('template.placeholders')}
      </Text>
      <Group gap={6}>
        {all.map(({ placeholder, name }) => (
          <Button
            key={placeholder}
            size="compact-xs"
            variant="default"
            onClick={() => onInsert(placeholder)}
            aria-label={t('template.insert', { name })}
          >
            {name}
          </Button>
        ))}
      </Group>
    </div>
  );
}

const HANDS_REST_MS = 250;

function SamplePaper({ template, settings }: { template: TemplateView; settings: OfficeSettings }) {
  const { t } = useTranslation('letters');
  const { displayName, employerKind } = useSession();
  const today = useToday();
  const { id, version, name } = template;
  const subject = useDebounced(template.subject, HANDS_REST_MS);
  const body = useDebounced(template.body, HANDS_REST_MS);
  const html = useMemo(() => {
    const author = { name: displayName, employerKind };
    const sources = sampleSources({ id, version, name, subject, body }, settings, author, today);
    return sources && renderLetterHtml(composeLetter(sources).sheet, { fontFaceCss: '' });
  }, [id, version, name, subject, body, settings, displayName, employerKind, today]);
  return html === null ? null : <PaperFrame html={html} title={t('template.preview')} />;
}
