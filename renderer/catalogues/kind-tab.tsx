import { Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { catalogue } from '../../shared/catalogue/catalogue.ts';
import type { OfficeCatalogue } from '../../shared/catalogues/catalogues.contract.ts';
import { centralStepPhrases } from '../../shared/steps/step-catalogue.ts';
import { STEP_OWNERS } from '../../shared/steps/step-phrase.contract.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { usePhraseWords } from '../steps/use-phrase-words.ts';
import { Section } from '../ui/section.tsx';
import { TopicIcon } from '../ui/topic-icon.tsx';
import { EntryList } from './entry-list.tsx';
import { type EntryDraft, EntrySheet } from './entry-sheet.tsx';
import { FreeSteps } from './free-steps.tsx';

/** Topics, obstacles or results: central entries with what the office added below each. */
export function KindTab({ kind, office }: { kind: 'topic' | 'obstacle' | 'result'; office: OfficeCatalogue }) {
  const { t } = useTranslation('catalogues');
  const { t: consultations } = useTranslation('consultations');
  const labels = useCatalogue();
  const [draft, setDraft] = useState<EntryDraft | null>(null);
  const nameOf = labels[kind];
  const list = (label: string, ids: readonly string[]) => (
    <EntryList
      label={label}
      kind={kind}
      office={office}
      central={ids.map((id) => ({
        id,
        name: nameOf(id),
        ...(kind === 'topic' ? { icon: <TopicIcon id={id} /> } : {}),
      }))}
      nameOf={nameOf}
      onAdd={(parent) => setDraft({ is: 'new', kind, parent, parentName: nameOf(parent) })}
      onChange={(addition) => setDraft({ is: 'old', addition })}
    />
  );
  const obstaclesOf = (level: string) => catalogue.obstacles.flatMap((one) => (one.level === level ? one.id : []));
  return (
    <Stack gap="md">
      {kind === 'obstacle' ? (
        <>
          <Section title={consultations('obstacles.ofPerson')}>
            {list(consultations('obstacles.ofPerson'), obstaclesOf('person'))}
          </Section>
          <Section title={consultations('obstacles.ofCity')}>
            {list(consultations('obstacles.ofCity'), obstaclesOf('city'))}
          </Section>
        </>
      ) : (
        <Section title={t(`tab.${kind}`)}>
          {list(
            t(`tab.${kind}`),
            (kind === 'topic' ? catalogue.topics : catalogue.results).map(({ id }) => id),
          )}
        </Section>
      )}
      {draft && <EntrySheet draft={draft} onClose={() => setDraft(null)} />}
    </Stack>
  );
}

/** Step phrases by whose step it is, and what is typed freely so often that it could be one. */
export function StepTab({ office }: { office: OfficeCatalogue }) {
  const { t } = useTranslation('catalogues');
  const { t: consultations } = useTranslation('consultations');
  const words = usePhraseWords();
  const [draft, setDraft] = useState<EntryDraft | null>(null);
  return (
    <Stack gap="md">
      <FreeSteps onTake={(freeStep) => setDraft({ is: 'new', kind: 'step', freeStep })} />
      {STEP_OWNERS.map((owner) => (
        <Section
          key={owner}
          title={consultations(`steps.owner.${owner}`)}
          aside={
            owner === STEP_OWNERS[0] && (
              <Button
                variant="subtle"
                size="compact-sm"
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => setDraft({ is: 'new', kind: 'step', freeStep: null })}
              >
                {t('addStep')}
              </Button>
            )
          }
        >
          <EntryList
            label={consultations(`steps.owner.${owner}`)}
            kind="step"
            office={office}
            central={centralStepPhrases
              .filter((block) => block.owner === owner)
              .map(({ id }) => ({ id, name: words.open(id) }))}
            own={office.additions.filter((one) => one.kind === 'step' && one.owner === owner)}
            nameOf={words.open}
            onAdd={null}
            onChange={(addition) => setDraft({ is: 'old', addition })}
          />
        </Section>
      ))}
      {draft && <EntrySheet draft={draft} onClose={() => setDraft(null)} />}
    </Stack>
  );
}
