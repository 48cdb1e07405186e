import { Button, Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ContactView, INTERPRETER_MODES, MEDIA } from '../../shared/consultations/consultations.contract.ts';
import { Message } from '../ui/message.tsx';
import type { ContactPatch } from './contact-changes.ts';

/** How the talk is held: the medium and who interprets. A child as interpreter is possible and warned of. */
export function TalkSetting({ contact, onChange }: { contact: ContactView; onChange: (patch: ContactPatch) => void }) {
  const { t } = useTranslation('consultations');
  return (
    <>
      <Group gap="xs" ml="auto">
        <Select
          aria-label={t('medium.label')}
          w={128}
          size="xs"
          allowDeselect={false}
          data={MEDIA.map((id) => ({ value: id, label: t(`medium.${id}`) }))}
          value={contact.medium}
          onChange={(medium) => medium && onChange({ medium })}
        />
        <Select
          aria-label={t('interpreter.label')}
          w={196}
          size="xs"
          allowDeselect={false}
          data={INTERPRETER_MODES.map((id) => ({ value: id, label: t(`interpreter.${id}`) }))}
          value={contact.interpreterMode}
          onChange={(interpreterMode) => interpreterMode && onChange({ interpreterMode })}
        />
        {contact.interpreterPrefilled && (
          <Button
            size="compact-xs"
            variant="light"
            onClick={() => onChange({ interpreterMode: contact.interpreterMode })}
          >
            {t('interpreter.prefilled')}
          </Button>
        )}
      </Group>
      {contact.interpreterMode === 'minor' && (
        <Message kind="urgent" announce>
          {t('interpreter.minorWarning')}
        </Message>
      )}
    </>
  );
}
