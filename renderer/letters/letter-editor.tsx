import { Button, Group } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LetterInput } from '../../shared/letters/letters.contract.ts';
import { ShowToClient } from '../client-look/show-to-client.tsx';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { type FieldErrors, withoutErrorsOf } from '../ui/form/field-errors.ts';
import { focusFirstError } from '../ui/form/focus-first-error.ts';
import { useFieldErrors } from '../ui/form/use-field-errors.ts';
import { KeyButton } from '../ui/keyboard/key-button.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import {
  companionFor,
  type LetterDraft,
  type LetterOccasion,
  letterOf,
  newLetter,
  readLanguageOf,
} from './letter-draft.ts';
import { LetterForm } from './letter-form.tsx';
import { LetterPaper, LetterWarnings, useLetterPreview } from './letter-preview.tsx';
import classes from './letters.module.css';

interface LetterEditorProps {
  occasion: LetterOccasion;
  onWritten: (letterId: string) => void;
  onCancel: () => void;
}

/** Writes a letter: what goes in at the left, the paper as it will print at the right. */
export function LetterEditor(props: LetterEditorProps) {
  const templates = useQuery(orpc.letters.templates.queryOptions({ input: {} }));
  const all = templates.data?.templates ?? [];
  const [first] = all;
  if (templates.error) return <ErrorState error={templates.error} onRetry={() => void templates.refetch()} />;
  if (!first) return <SkeletonLines lines={8} height={36} />;
  return <OpenEditor {...props} firstTemplateId={first.id} templates={all} />;
}

type OpenEditorProps = LetterEditorProps & {
  firstTemplateId: string;
  templates: React.ComponentProps<typeof LetterForm>['templates'];
};

function OpenEditor({ occasion, onWritten, onCancel, firstTemplateId, templates }: OpenEditorProps) {
  const { t } = useTranslation('letters');
  const { t: common } = useTranslation();
  const errorsOf = useFieldErrors();
  const element = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<LetterDraft>(() => newLetter(occasion, firstTemplateId));
  const [errors, setErrors] = useState<FieldErrors>({});
  const person = useQuery(
    orpc.people.get.queryOptions({ input: { id: draft.personId ?? '' }, enabled: draft.personId !== null }),
  );
  const known = draft.personId === null ? null : (person.data ?? null);
  const letter = letterOf(draft);
  const preview = useLetterPreview(letter);
  const change = (next: Partial<LetterDraft>) => {
    setDraft((now) => ({ ...now, ...next }));
    setErrors((now) => withoutErrorsOf(now, next));
  };

  // The language of the person or of the talk decides as soon as it is known, until somebody chooses.
  const talk = useQuery(
    orpc.consultations.get.queryOptions({
      input: { contactId: occasion.contactId ?? '' },
      enabled: occasion.contactId !== null,
    }),
  );
  const ownLanguage = (known && readLanguageOf(known)) ?? talk.data?.spoken ?? null;
  const companionSet = useRef(Boolean(occasion.readLanguage));
  useEffect(() => {
    if (companionSet.current || ownLanguage === null) return;
    companionSet.current = true;
    setDraft((now) => ({ ...now, companionLanguage: companionFor(ownLanguage) }));
  }, [ownLanguage]);

  const write = useCommand(orpc.letters.write, { onDone: ({ id }) => onWritten(id) });
  const submit = () => {
    const found = letter === null ? { partnerId: t('partner.missing') } : errorsOf(LetterInput, letter);
    setErrors(found);
    if (Object.keys(found).length > 0 || letter === null) return focusFirstError(element.current);
    void write.run({ letter });
  };

  return (
    <form
      ref={element}
      noValidate
      className={classes.editor}
      onSubmit={(event) => {
        // Enter in a field must not send a letter off; the button and its key do.
        event.preventDefault();
      }}
    >
      <div className={classes.editorForm}>
        <div className={classes.editorFields}>
          <LetterForm
            draft={draft}
            onChange={change}
            person={known}
            personFixed={occasion.personId !== null}
            templates={templates}
            errors={errors}
          />
        </div>
        <div className={classes.editorFoot}>
          <Group justify="flex-end" gap="sm">
            {preview.html !== null && (
              <ShowToClient
                contact={talk.data ?? null}
                language={draft.companionLanguage ?? 'de'}
                letterHtml={preview.html}
              />
            )}
            <Button variant="default" onClick={onCancel}>
              {common('cancel')}
            </Button>
            <KeyButton
              keys="mod+Enter"
              onClick={submit}
              loading={write.pending}
              leftSection={<IconMail size={18} aria-hidden />}
            >
              {t('write')}
            </KeyButton>
          </Group>
        </div>
      </div>
      <div className={classes.editorPaper}>
        <LetterWarnings preview={preview} withoutConsent={draft.consentOn === null && preview.leaves.length > 0} />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
        <div className={classes.paper} role="region" aria-label={t('preview.title')} tabIndex={0}>
          <LetterPaper preview={preview} />
        </div>
      </div>
    </form>
  );
}
