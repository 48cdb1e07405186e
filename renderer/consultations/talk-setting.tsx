import { Button, Checkbox, Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  CONTACT_PLACES,
  type ContactView,
  INTERPRETER_MODES,
  MEDIA,
} from '../../shared/consultations/consultations.contract.ts';
import { canBeSworn, needsSwornInterpreter } from '../../shared/consultations/legal-effect.rules.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { Message } from '../ui/message.tsx';
import classes from './consultation-panel.module.css';
import type { ContactPatch } from './contact-changes.ts';

interface TalkSettingProps {
  contact: ContactView;
  onChange: (patch: ContactPatch) => void;
}

/**
 * How and where the talk is held and who interprets. What was taken over from the ticket carries a mark until somebody
 * has touched it. A child as interpreter is possible and warned of; so is anybody who is not sworn where it binds in law.
 */
export function TalkSetting({ contact, onChange }: TalkSettingProps) {
  const { t } = useTranslation('consultations');
  const { topic } = useCatalogue();
  const needsSworn = needsSwornInterpreter(contact);
  return (
    <>
      <Group gap="xs" ml="auto" align="flex-start">
        <Setting
          label={t('medium.label')}
          width={112}
          options={MEDIA.map((id) => ({ value: id, label: t(`medium.${id}`) }))}
          value={contact.medium}
          prefilled={contact.mediumPrefilled}
          onChoose={(medium) => onChange({ medium })}
        />
        <Setting
          label={t('place.label')}
          width={112}
          options={CONTACT_PLACES.map((id) => ({ value: id, label: t(`place.${id}`) }))}
          value={contact.place}
          prefilled={contact.placePrefilled}
          onChoose={(place) => onChange({ place })}
        />
        <Setting
          label={t('interpreter.label')}
          width={172}
          options={INTERPRETER_MODES.map((id) => ({ value: id, label: t(`interpreter.${id}`) }))}
          value={contact.interpreterMode}
          prefilled={contact.interpreterPrefilled}
          onChoose={(interpreterMode) => onChange({ interpreterMode })}
        />
        {canBeSworn(contact.interpreterMode) && (
          <Checkbox
            size="xs"
            mt={7}
            label={t('interpreter.sworn')}
            checked={contact.interpreterSworn}
            onChange={(event) => onChange({ interpreterSworn: event.currentTarget.checked })}
          />
        )}
      </Group>
      {contact.interpreterMode === 'minor' && (
        <Message kind="urgent" announce>
          {t('interpreter.minorWarning')}
        </Message>
      )}
      {needsSworn !== null && (
        <Message kind="urgent" announce>
          {t('interpreter.swornHint', { topic: topic(needsSworn) })}
        </Message>
      )}
    </>
  );
}

interface SettingProps<Value extends string> {
  label: string;
  width: number;
  options: { value: Value; label: string }[];
  value: Value;
  prefilled: boolean;
  onChoose: (value: Value) => void;
}

/** A choice; with its mark as long as what stands there was taken over. Choosing the same confirms it. */
function Setting<Value extends string>({ label, width, options, value, prefilled, onChoose }: SettingProps<Value>) {
  const { t } = useTranslation('consultations');
  return (
    <div className={classes.choice} data-prefilled={prefilled || undefined}>
      <Select
        aria-label={label}
        title={prefilled ? t('prefilled.hint') : undefined}
        w={width}
        size="xs"
        allowDeselect={false}
        data={options}
        value={value}
        onOptionSubmit={(chosen) => {
          const option = options.find((one) => one.value === chosen);
          if (option) onChoose(option.value);
        }}
      />
      {prefilled && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          fw={400}
          aria-label={t('prefilled.confirm', { field: label })}
          onClick={() => onChoose(value)}
        >
          {t('prefilled.mark')}
        </Button>
      )}
    </div>
  );
}
