import {
  Button,
  Checkbox,
  Group,
  Input,
  MultiSelect,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CLIENT_LANGUAGES } from '../../shared/catalogue/catalogue.ts';
import type { PersonView } from '../../shared/people/people.contract.ts';
import { RELEASE_MANNERS, RELEASE_PURPOSES } from '../../shared/releases/release.rules.ts';
import type { ReleaseView } from '../../shared/releases/releases.contract.ts';
import { useSession } from '../access/session-store.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { DateField } from '../letters/date-field.tsx';
import { useToday } from '../letters/use-today.ts';
import { LanguageSelect } from '../people/language-select.tsx';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { ChipGroup } from '../ui/chip-group.tsx';
import { Message } from '../ui/message.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Sheet } from '../ui/sheet.tsx';
import { startTerms, type Terms, termsFor } from './release-terms.ts';
import classes from './releases.module.css';
import { useEmployerWords } from './use-employer-words.ts';
import { usePrintPage } from './use-print-page.ts';

/** Prints the sheet to sign, and records what was signed. */
export function ReleaseSheet({
  person,
  like,
  onClose,
}: {
  person: PersonView;
  /** The other employer's release of a sheet for both directions. */
  like: ReleaseView | null;
  onClose: () => void;
}) {
  const { t } = useTranslation('releases');
  const { t: common } = useTranslation();
  const { holdsVault } = useSession();
  const { language, everyTopicOption } = useCatalogue();
  const today = useToday();
  const words = useEmployerWords();
  const [terms, setTerms] = useState<Terms>(() => startTerms(person, like, today));
  const [tried, setTried] = useState(false);
  const change = (next: Partial<Terms>) => setTerms((now) => ({ ...now, ...next }));
  const give = useCommand(orpc.releases.give, {
    onDone: () => {
      showNotice({ kind: 'done', text: t('didGive', { other: words.other }) });
      onClose();
    },
  });
  const printed = usePrintPage();
  const noPurpose = terms.purposes.length === 0;
  const noTopic = terms.scope === 'topics' && terms.topics.length === 0;
  /** What is signed, once nothing is missing. */
  const complete = () => {
    setTried(true);
    const { validUntil, givenOn } = terms;
    if (noPurpose || noTopic || validUntil === null || givenOn === null) return null;
    return { agreed: { ...termsFor(terms, validUntil), personId: person.id }, givenOn };
  };
  const paperLanguage = CLIENT_LANGUAGES.find((one) => one === terms.language) ?? 'en';
  return (
    <Sheet title={t('sheet.title')} size="xl" closeOnClickOutside={false} onClose={onClose}>
      <Stack gap="sm">
        <Text size="sm">{t('sheet.direction', { own: words.own, other: words.other })}</Text>
        <Input.Wrapper
          component="div"
          label={t('sheet.purposes')}
          error={tried && noPurpose ? t('sheet.noPurpose') : undefined}
        >
          <ChipGroup
            label={t('sheet.purposes')}
            takesFocus
            options={RELEASE_PURPOSES.map((id) => ({ id, label: t(`purpose.${id}`) }))}
            chosen={terms.purposes}
            onToggle={(id) =>
              change({
                purposes: RELEASE_PURPOSES.filter((one) =>
                  one === id ? !terms.purposes.includes(id) : terms.purposes.includes(one),
                ),
              })
            }
          />
        </Input.Wrapper>
        <Group align="flex-start" gap="md" wrap="nowrap">
          <Input.Wrapper component="div" label={t('sheet.scope')}>
            <div>
              <SegmentedControl
                aria-label={t('sheet.scope')}
                value={terms.scope}
                onChange={(scope) => change({ scope: scope === 'topics' ? 'topics' : 'case' })}
                data={[
                  { value: 'case', label: t('sheet.case') },
                  { value: 'topics', label: t('sheet.topics') },
                ]}
              />
            </div>
          </Input.Wrapper>
          {terms.scope === 'topics' && (
            <MultiSelect
              flex={1}
              label={t('sheet.topicsLabel')}
              description={t('sheet.topicsHelp')}
              searchable
              hidePickedOptions
              maxValues={12}
              error={tried && noTopic ? t('sheet.noTopic') : undefined}
              value={[...terms.topics]}
              onChange={(topics) => change({ topics })}
              data={everyTopicOption()}
            />
          )}
        </Group>
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
          <DateField
            label={t('sheet.validUntil')}
            value={terms.validUntil}
            error={tried && terms.validUntil === null ? t('sheet.noDay') : undefined}
            onChange={(validUntil) => change({ validUntil })}
          />
          <LanguageSelect
            label={t('sheet.language')}
            clearable={false}
            value={terms.language}
            onChange={(value) => value !== null && change({ language: value })}
          />
          <TextInput
            label={t('sheet.interpreter')}
            placeholder={t('sheet.interpreterHelp')}
            autoComplete="off"
            maxLength={120}
            value={terms.interpreterName}
            onChange={(event) => change({ interpreterName: event.currentTarget.value })}
          />
        </SimpleGrid>
        <Checkbox
          label={t('sheet.bothWays')}
          description={t('sheet.bothWaysHelp', { other: words.other })}
          checked={terms.bothWays}
          onChange={(event) => change({ bothWays: event.currentTarget.checked })}
        />
        <Group gap="sm">
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            loading={printed.pending}
            onClick={() => {
              const signed = complete();
              if (!signed) return;
              void printed.print(
                () => orpc.releases.form.call({ ...signed.agreed, language: paperLanguage }),
                t('formTitle'),
              );
            }}
          >
            {t('sheet.print')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('sheet.printIn', { language: language(paperLanguage) })}
          </Text>
        </Group>
        <section className={classes.signed} aria-label={t('sheet.signedTitle')}>
          <Group align="flex-start" gap="md">
            <DateField
              label={t('sheet.givenOn')}
              value={terms.givenOn}
              error={tried && terms.givenOn === null ? t('sheet.noDay') : undefined}
              onChange={(givenOn) => change({ givenOn })}
            />
            <Input.Wrapper component="div" label={t('sheet.manner')}>
              <div>
                <SegmentedControl
                  aria-label={t('sheet.manner')}
                  value={terms.manner}
                  onChange={(value) => change({ manner: value === 'electronic' ? 'electronic' : 'paper' })}
                  data={RELEASE_MANNERS.map((value) => ({ value, label: t(`manner.${value}`) }))}
                />
              </div>
            </Input.Wrapper>
          </Group>
          <Message kind="info">
            {holdsVault ? t('sheet.effect', { own: words.own, other: words.other }) : t('sheet.noVault')}
          </Message>
        </section>
        <Group justify="flex-end" gap="sm">
          <Button variant="subtle" color="gray" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button
            disabled={!holdsVault}
            loading={give.pending}
            onClick={() => {
              const signed = complete();
              if (!signed) return;
              const { manner, language: spoken } = terms;
              void give.run({ ...signed.agreed, givenOn: signed.givenOn, manner, language: spoken });
            }}
          >
            {t('sheet.submit')}
          </Button>
        </Group>
      </Stack>
    </Sheet>
  );
}
