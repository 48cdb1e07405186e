import { MultiSelect, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PartnerView } from '../../../shared/partners/partners.contract.ts';
import { stepPapers, stepPlaces } from '../../../shared/steps/step-catalogue.ts';
import type { StepPhrase } from '../../../shared/steps/step-phrase.contract.ts';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import { usePhraseWords } from '../../steps/use-phrase-words.ts';
import classes from './new-step.module.css';

interface PhraseGapsProps {
  phrase: StepPhrase;
  partners: readonly Pick<PartnerView, 'id' | 'name'>[];
  onChange: (phrase: StepPhrase) => void;
}

const PARTNER = 'partner:';

/** What a block leaves open, chosen from closed lists: papers, a place or partner, a topic. */
export function PhraseGaps({ phrase, partners, onChange }: PhraseGapsProps) {
  const { t } = useTranslation('consultations');
  const words = usePhraseWords();
  const { topicOptions } = useCatalogue();
  const slots = words.block(phrase.id)?.slots ?? [];
  return (
    <>
      {slots.includes('place') && (
        <Select
          className={classes.gap ?? ''}
          aria-label={t('steps.place')}
          placeholder={t('steps.place')}
          searchable
          data={[
            {
              group: t('steps.placePartners'),
              items: partners.map(({ id, name }) => ({ value: `${PARTNER}${id}`, label: name })),
            },
            {
              group: t('steps.placeKinds'),
              items: stepPlaces.map(({ id }) => ({ value: id, label: words.place(id) })),
            },
          ]}
          value={phrase.partnerId === null ? phrase.place : `${PARTNER}${phrase.partnerId}`}
          onChange={(value) =>
            onChange(
              value?.startsWith(PARTNER)
                ? { ...phrase, place: null, partnerId: value.slice(PARTNER.length) }
                : { ...phrase, place: value, partnerId: null },
            )
          }
        />
      )}
      {slots.includes('papers') && (
        <MultiSelect
          className={classes.gap ?? ''}
          aria-label={t('steps.papers')}
          placeholder={phrase.papers.length === 0 ? t('steps.papers') : ''}
          searchable
          hidePickedOptions
          maxValues={8}
          data={stepPapers.map(({ id }) => ({ value: id, label: words.paper(id) }))}
          value={phrase.papers}
          onChange={(papers) => onChange({ ...phrase, papers })}
        />
      )}
      {slots.includes('topic') && (
        <Select
          className={classes.gap ?? ''}
          aria-label={t('steps.topic')}
          placeholder={t('steps.topic')}
          searchable
          data={topicOptions(phrase.topic === null ? [] : [phrase.topic])}
          value={phrase.topic}
          onChange={(value) => onChange({ ...phrase, topic: value })}
        />
      )}
    </>
  );
}
