import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StepView } from '../../../shared/consultations/consultations.contract.ts';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { NewStep } from './new-step.tsx';
import { PhraseProposals } from './phrase-proposals.tsx';
import { StepLine } from './step-line.tsx';

/** What was agreed: who does what until when. */
export function ContactSteps({
  contactId,
  topics,
  steps,
  today,
}: {
  contactId: string;
  topics: readonly string[];
  steps: readonly StepView[];
  today: LocalDate;
}) {
  const { t } = useTranslation('consultations');
  return (
    <Stack gap={6}>
      <Text component="h3" size="sm" fw={650} m={0}>
        {t('steps.title')}
      </Text>
      {steps.length > 0 && (
        <Stack component="ul" gap={2} p={0} m={0} style={{ listStyle: 'none' }}>
          {steps.map((step) => (
            <li key={step.id}>
              <StepLine step={step} />
            </li>
          ))}
        </Stack>
      )}
      <PhraseProposals contactId={contactId} topics={topics} steps={steps} today={today} />
      <NewStep contactId={contactId} topics={topics} today={today} />
    </Stack>
  );
}
