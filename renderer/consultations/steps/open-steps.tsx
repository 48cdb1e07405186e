import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../rpc/client.ts';
import { StepLine } from './step-line.tsx';

/** What is still open from earlier talks with this person: asked about now, and ticked off here. */
export function OpenSteps({ personId, contactId }: { personId: string; contactId: string }) {
  const { t } = useTranslation('consultations');
  const open = useQuery(orpc.steps.openOf.queryOptions({ input: { personId, exceptContactId: contactId } }));
  const steps = open.data?.steps ?? [];
  if (steps.length === 0) return null;
  return (
    <Stack gap={4}>
      <Text component="h3" size="sm" fw={650} m={0}>
        {t('steps.openBefore')}
      </Text>
      <Stack component="ul" gap={2} p={0} m={0} style={{ listStyle: 'none' }}>
        {steps.map((step) => (
          <li key={step.id}>
            <StepLine step={step} />
          </li>
        ))}
      </Stack>
    </Stack>
  );
}
