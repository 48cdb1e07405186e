import { Input, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CLIENT_LANGUAGES, type ClientLanguage, isRightToLeft } from '../../shared/catalogue/catalogue.ts';
import type { OwnWords } from '../../shared/catalogue/own-words.ts';
import { type CatalogueAddition, LABEL_LIMIT, SENTENCE_LIMIT } from '../../shared/catalogues/catalogues.contract.ts';
import type { CatalogueKind } from '../../shared/catalogues/catalogues.rules.ts';
import { STEP_OWNERS, type StepOwner } from '../../shared/steps/step-phrase.contract.ts';
import { ownNameOf } from '../i18n/catalogue-labels.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { ChipGroup } from '../ui/chip-group.tsx';
import { FormButtons } from '../ui/form-buttons.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Sheet } from '../ui/sheet.tsx';

const NO_WORDS: OwnWords = { de: '', en: '', ar: '', fa: '', kmr: '', ckb: '' };
const OTHERS = CLIENT_LANGUAGES.filter((language) => language !== 'de');

/** What is written: a new entry below a central one, a new step phrase, or other words for an entry. */
export type EntryDraft =
  | { is: 'new'; kind: Exclude<CatalogueKind, 'step'>; parent: string; parentName: string }
  | { is: 'new'; kind: 'step'; freeStep: { key: string; text: string; owner: StepOwner } | null }
  | { is: 'old'; addition: CatalogueAddition };

const written = (language: ClientLanguage) =>
  ({ lang: language, dir: isRightToLeft(language) ? 'rtl' : 'ltr' }) as const;

function startWords(draft: EntryDraft): OwnWords {
  if (draft.is === 'old') return draft.addition.words;
  return draft.kind === 'step' && draft.freeStep ? { ...NO_WORDS, de: draft.freeStep.text } : NO_WORDS;
}

/** The words of an entry: German, and each language that clients read, as far as somebody can say it. */
export function EntrySheet({ draft, onClose }: { draft: EntryDraft; onClose: () => void }) {
  const { t } = useTranslation('catalogues');
  const { t: common } = useTranslation();
  const { t: steps } = useTranslation('consultations');
  const kind = draft.is === 'old' ? draft.addition.kind : draft.kind;
  const [words, setWords] = useState(() => startWords(draft));
  const [owner, setOwner] = useState<StepOwner>(
    (draft.is === 'new' && draft.kind === 'step' && draft.freeStep?.owner) || 'client',
  );
  const [fault, setFault] = useState<string | null>(null);
  const options = {
    onDone: () => {
      showNotice({ kind: 'done', text: t('didSave', { name: words.de.trim() }) });
      onClose();
    },
    onFault: (found: { code: string; reason: string | null }, text: string) => {
      const ofWords = found.reason === 'label-taken' || found.reason === 'label-too-long';
      setFault(ofWords ? text : null);
      return ofWords ? ('shown' as const) : ('tell' as const);
    },
  };
  const add = useCommand(orpc.catalogues.add, options);
  const change = useCommand(orpc.catalogues.change, options);
  const limit = kind === 'step' ? SENTENCE_LIMIT : LABEL_LIMIT;
  const isComplete = words.de.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete) return;
    if (draft.is === 'old') {
      const { id, revision } = draft.addition;
      void change.run({ id, revision, words });
    } else if (draft.kind === 'step')
      void add.run({ entry: { kind: 'step', owner, words, freeStep: draft.freeStep?.key ?? null } });
    else void add.run({ entry: { kind: draft.kind, parent: draft.parent, words } });
  };
  const field = (language: ClientLanguage) => ({
    maxLength: limit,
    autoComplete: 'off',
    value: words[language],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setFault(null);
      setWords((now) => ({ ...now, [language]: value }));
    },
  });
  const title =
    draft.is === 'old'
      ? t('sheet.change', { name: draft.addition.words.de })
      : draft.kind === 'step'
        ? t('sheet.newStep')
        : t('sheet.newBelow', { parent: draft.parentName });
  return (
    <Sheet title={title} size="46rem" closeOnClickOutside={false} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          {draft.is === 'new' && draft.kind === 'step' && (
            <Input.Wrapper component="div" label={t('sheet.owner')}>
              <ChipGroup
                label={t('sheet.owner')}
                options={STEP_OWNERS.map((id) => ({ id, label: steps(`steps.owner.${id}`) }))}
                chosen={[owner]}
                onToggle={setOwner}
              />
            </Input.Wrapper>
          )}
          <TextInput
            label={t('sheet.german')}
            description={t(kind === 'step' ? 'sheet.germanStep' : 'sheet.germanLabel')}
            withAsterisk
            data-autofocus
            error={fault}
            {...field('de')}
          />
          <Text size="sm" c="dimmed">
            {t(kind === 'step' ? 'sheet.othersStep' : 'sheet.others')}
          </Text>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
            {OTHERS.map((language) => (
              <TextInput
                key={language}
                label={ownNameOf(language)}
                {...field(language)}
                {...written(language)}
                labelProps={written(language)}
              />
            ))}
          </SimpleGrid>
          <FormButtons
            submitLabel={common('save')}
            pending={add.pending || change.pending}
            disabled={!isComplete}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Sheet>
  );
}
