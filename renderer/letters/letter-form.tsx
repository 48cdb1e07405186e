import { Checkbox, Select, Stack, TagsInput, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CLIENT_LANGUAGES } from '../../shared/catalogue/catalogue.ts';
import type { TemplateView } from '../../shared/letters/letters.contract.ts';
import { displayName } from '../../shared/people/display-name.rules.ts';
import type { PersonView } from '../../shared/people/people.contract.ts';
import { ownNameOf, useCatalogue } from '../i18n/catalogue-labels.ts';
import { PersonPicker } from '../people/person-picker.tsx';
import type { FieldErrors } from '../ui/form/field-errors.ts';
import { DataChoices } from './data-choice.tsx';
import { DateField } from './date-field.tsx';
import type { LetterDraft } from './letter-draft.ts';
import { PartnerChoice } from './partner-choice.tsx';
import { ReplyBy } from './reply-by.tsx';
import { useToday } from './use-today.ts';

const TEXT_MAX = 2000;

interface LetterFormProps {
  draft: LetterDraft;
  onChange: (change: Partial<LetterDraft>) => void;
  person: PersonView | null;
  /** Whether the letter is about one person from the start. */
  personFixed: boolean;
  templates: readonly TemplateView[];
  errors: FieldErrors;
}

/** Everything the author fills in; the rest comes from person, partner, employer and template. */
export function LetterForm({ draft, onChange, person, personFixed, templates, errors }: LetterFormProps) {
  const { t } = useTranslation('letters');
  const { topicOptions, language } = useCatalogue();
  const today = useToday();
  return (
    <Stack gap="sm">
      {templates.length > 1 && (
        <Select
          label={t('template.label')}
          allowDeselect={false}
          value={draft.templateId}
          onChange={(id) => onChange({ templateId: id ?? draft.templateId })}
          data={templates.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Select
        label={t('topic.label')}
        placeholder={t('topic.placeholder')}
        searchable
        clearable
        value={draft.topic}
        onChange={(id) => onChange({ topic: id })}
        data={topicOptions(draft.topic === null ? [] : [draft.topic])}
      />
      <PartnerChoice
        value={draft.partnerId}
        topic={draft.topic}
        error={errors.partnerId}
        onChange={(partnerId) => onChange({ partnerId })}
      />
      {!personFixed && (
        <PersonPicker
          label={t('person.label')}
          value={person ? { id: person.id, name: displayName(person) } : null}
          onChange={(chosen) =>
            onChange({
              personId: chosen?.id ?? null,
              include: { birth: false, phone: false, email: false, district: false },
            })
          }
        />
      )}
      <DataChoices person={person} include={draft.include} onChange={(include) => onChange({ include })} />
      {(['concern', 'done', 'request'] as const).map((field) => (
        <Textarea
          key={field}
          label={t(`field.${field}`)}
          description={t(`help.${field}`)}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={TEXT_MAX}
          value={draft[field]}
          error={errors[field]}
          onChange={(event) => onChange({ [field]: event.currentTarget.value })}
        />
      ))}
      <ReplyBy value={draft.replyBy} onChange={(replyBy) => onChange({ replyBy })} />
      <TagsInput
        label={t('enclosures.label')}
        description={t('enclosures.help')}
        maxTags={10}
        value={draft.enclosures}
        error={errors.enclosures}
        onChange={(enclosures) => onChange({ enclosures })}
      />
      <div>
        <Checkbox
          label={t('consent.label')}
          description={t('consent.help')}
          checked={draft.consentOn !== null}
          onChange={(event) => onChange({ consentOn: event.currentTarget.checked ? today : null })}
        />
        {draft.consentOn !== null && (
          <DateField
            label={t('consent.date')}
            value={draft.consentOn}
            onChange={(consentOn) => onChange({ consentOn: consentOn ?? today })}
          />
        )}
      </div>
      <Select
        label={t('companion.label')}
        description={t('companion.help')}
        placeholder={t('companion.none')}
        clearable
        value={draft.companionLanguage}
        onChange={(companionLanguage) => onChange({ companionLanguage })}
        data={CLIENT_LANGUAGES.map((id) => ({
          value: id,
          label: language(id) === ownNameOf(id) ? ownNameOf(id) : `${language(id)} · ${ownNameOf(id)}`,
        }))}
      />
    </Stack>
  );
}
