import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/section.tsx';
import { LetterheadFields } from '../letterhead-fields.tsx';
import { LetterheadPreview } from '../letterhead-preview.tsx';
import type { SetUpForm } from './set-up-form.ts';

/** The two employers of the tandem: letterhead and legal regime, each beside what its letters will look like. */
export function EmployersStep({ form }: { form: SetUpForm }) {
  const { t } = useTranslation('office');
  return (
    <Stack gap="md">
      <Text>{t('setUp.employers.intro')}</Text>
      {(['city', 'partner'] as const).map((side) => {
        const { letterhead, legalRegime } = form.values.employers[side];
        return (
          <Section key={side} title={t(`setUp.employers.${side}`)} raised={false}>
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
              <LetterheadFields
                letterhead={letterhead}
                legalRegime={legalRegime}
                onLetterhead={(next) => form.setFieldValue(`employers.${side}.letterhead`, next)}
                onLegalRegime={(next) => form.setFieldValue(`employers.${side}.legalRegime`, next)}
                errorOf={(field) => form.errors[`employers.${side}.letterhead.${field}`]}
              />
              <LetterheadPreview letterhead={letterhead} />
            </SimpleGrid>
          </Section>
        );
      })}
    </Stack>
  );
}
