import { Checkbox, Collapse, SimpleGrid, Stack, TagsInput, Text, TextInput, UnstyledButton } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HELP_BELOW } from '../ui/form/help-below.ts';
import classes from './people.module.css';
import type { PersonFormValues } from './person-form-values.ts';

/** A name as the document has it: one of two parts is enough. What is rarely needed opens on demand. */
export function NameFields({ form }: { form: UseFormReturnType<PersonFormValues> }) {
  const { t } = useTranslation('people');
  const { documentName, spokenName, aliases, familyFirst } = form.values;
  const [more, setMore] = useState(documentName !== '' || spokenName !== '' || aliases.length > 0 || familyFirst);
  const moreId = useId();
  const Icon = more ? IconChevronUp : IconChevronDown;
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <TextInput
          label={t('field.givenName')}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('givenName')}
        />
        <TextInput label={t('field.familyName')} autoComplete="off" {...form.getInputProps('familyName')} />
      </SimpleGrid>
      <Text size="sm" c="dimmed" mt={-4}>
        {t('help.names')}
      </Text>
      <UnstyledButton
        className={classes.moreNames}
        aria-expanded={more}
        aria-controls={moreId}
        onClick={() => setMore(!more)}
      >
        <Icon size={16} aria-hidden /> {t('names.more')}
      </UnstyledButton>
      <Collapse expanded={more} id={moreId}>
        <Stack gap="sm">
          <Checkbox label={t('field.familyFirst')} {...form.getInputProps('familyFirst', { type: 'checkbox' })} />
          <TextInput
            {...HELP_BELOW}
            label={t('field.documentName')}
            description={t('help.documentName')}
            autoComplete="off"
            {...form.getInputProps('documentName')}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
            <TextInput
              {...HELP_BELOW}
              label={t('field.spokenName')}
              description={t('help.spokenName')}
              autoComplete="off"
              {...form.getInputProps('spokenName')}
            />
            <TagsInput
              {...HELP_BELOW}
              label={t('field.aliases')}
              description={t('help.aliases')}
              maxTags={8}
              acceptValueOnBlur
              {...form.getInputProps('aliases')}
            />
          </SimpleGrid>
        </Stack>
      </Collapse>
    </Stack>
  );
}
