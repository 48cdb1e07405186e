import { Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import voices from '../../../resources/voices/voices.json' with { type: 'json' };
import { CLIENT_LANGUAGES, type ClientLanguage } from '../../../shared/catalogue/catalogue.ts';
import { countNativeChecks } from '../../../shared/languages/native-checks.ts';
import { LanguageName } from '../../ui/language-name.tsx';
import { Message } from '../../ui/message.tsx';
import { Section } from '../../ui/section.tsx';
import { clientTexts } from './client-texts.ts';

/** How much of what clients read has been checked by a native speaker. Said here and in the training office, never on slips. */
export function TranslationsTab() {
  const { t } = useTranslation('office');
  const counts = CLIENT_LANGUAGES.map((language) => ({
    language,
    ...countNativeChecks(language, clientTexts[language]),
  }));
  const complete = counts.every(({ checked, total }) => checked === total);
  return (
    <Section title={t('translations.title')}>
      <Stack gap="sm">
        <Text>{t('translations.text')}</Text>
        {!complete && <Message kind="urgent">{t('translations.open')}</Message>}
        <Table verticalSpacing={4} maw={720}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('translations.language')}</Table.Th>
              <Table.Th ta="right">{t('translations.checked')}</Table.Th>
              <Table.Th ta="right">{t('translations.total')}</Table.Th>
              <Table.Th>{t('translations.voice')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {counts.map(({ language, checked, total }) => (
              <Table.Tr key={language}>
                <Table.Td>
                  <LanguageName id={language} />
                </Table.Td>
                <Table.Td ta="right">{checked}</Table.Td>
                <Table.Td ta="right">{total}</Table.Td>
                <Table.Td>{t(`translations.${voiceOf(language)}`)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
    </Section>
  );
}

/** What can be heard in this language, and whether a native speaker has listened to it. */
function voiceOf(language: ClientLanguage): 'noVoice' | 'machineVoice' | 'checkedVoice' {
  const { voice, checkedBy, recorded } = voices[language];
  if (checkedBy !== null) return 'checkedVoice';
  return voice === null && Object.keys(recorded).length === 0 ? 'noVoice' : 'machineVoice';
}
