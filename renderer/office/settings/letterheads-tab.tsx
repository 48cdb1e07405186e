import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type EmployerView, Letterhead } from '../../../shared/office/office.contract.ts';
import { useRight } from '../../access/session-store.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { ConflictChoice } from '../../ui/form/conflict-choice.tsx';
import type { FieldErrors } from '../../ui/form/field-errors.ts';
import { focusFirstError } from '../../ui/form/focus-first-error.ts';
import { useFieldErrors } from '../../ui/form/use-field-errors.ts';
import { Message } from '../../ui/message.tsx';
import { showNotice } from '../../ui/notices/notice-store.ts';
import { Section } from '../../ui/section.tsx';
import { LetterheadFields } from '../letterhead-fields.tsx';
import { LetterheadPreview } from '../letterhead-preview.tsx';

/** Both employers' letterheads, each beside the head of a letter as it will print. */
export function LetterheadsTab({ employers }: { employers: readonly EmployerView[] }) {
  const { t } = useTranslation('office');
  const mayChange = useRight('office.configure');
  return (
    <Stack gap="md">
      {mayChange ? (
        <Text>{t('settings.letterheadsIntro')}</Text>
      ) : (
        <Message kind="info">{t('settings.readOnly')}</Message>
      )}
      {employers.map((employer) => (
        <EmployerLetterhead key={employer.id} employer={employer} mayChange={mayChange} />
      ))}
    </Stack>
  );
}

function EmployerLetterhead({ employer, mayChange }: { employer: EmployerView; mayChange: boolean }) {
  const { t } = useTranslation('office');
  const { t: common } = useTranslation();
  const errorsOf = useFieldErrors();
  const element = useRef<HTMLFormElement>(null);
  const [revision, setRevision] = useState(employer.revision);
  const [letterhead, setLetterhead] = useState(employer.letterhead);
  const [legalRegime, setLegalRegime] = useState(employer.legalRegime);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [conflict, setConflict] = useState(false);
  const save = useCommand(orpc.office.changeLetterhead, {
    onDone: (saved) => {
      setRevision(saved.revision);
      showNotice({ kind: 'done', text: t('settings.letterheadSaved', { name: letterhead.name }) });
    },
    onFault: (fault) => {
      if (fault.code !== 'CONFLICT') return 'tell';
      setConflict(true);
      return 'shown';
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = errorsOf(Letterhead, letterhead);
    setErrors(found);
    if (Object.keys(found).length > 0) return focusFirstError(element.current);
    void save.run({ employerId: employer.id, revision, legalRegime, letterhead });
  };
  const goOnFromStored = (mine: boolean) => {
    if (!mine) {
      setLetterhead(employer.letterhead);
      setLegalRegime(employer.legalRegime);
    }
    setRevision(employer.revision);
    setConflict(false);
  };
  return (
    <Section
      title={employer.letterhead.name}
      aside={
        <Text size="sm" c="dimmed">
          {t(`setUp.employers.${employer.kind}`)}
        </Text>
      }
    >
      <form ref={element} onSubmit={submit} noValidate>
        <Stack gap="sm">
          {conflict && (
            <ConflictChoice
              stored={employer.letterhead.name}
              onKeepMine={() => goOnFromStored(true)}
              onTakeTheirs={() => goOnFromStored(false)}
            />
          )}
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
            <LetterheadFields
              letterhead={letterhead}
              legalRegime={legalRegime}
              onLetterhead={(next) => {
                setLetterhead(next);
                setErrors({});
              }}
              onLegalRegime={setLegalRegime}
              errorOf={(field) => errors[field]}
              readOnly={!mayChange}
            />
            <LetterheadPreview letterhead={letterhead} />
          </SimpleGrid>
          {mayChange && (
            <Group justify="flex-end">
              <Button
                type="submit"
                loading={save.pending}
                disabled={conflict}
                aria-label={t('settings.saveLetterhead', { name: employer.letterhead.name })}
              >
                {common('save')}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Section>
  );
}
