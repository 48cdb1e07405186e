import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconRefresh } from '@tabler/icons-react';
import { useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { PERSON_LEVELS, type PersonLevel } from '../../shared/people/person-level.contract.ts';
import { client } from '../rpc/client.ts';
import { HELP_BELOW } from '../ui/form/help-below.ts';
import { Message } from '../ui/message.tsx';
import { NameFields } from './name-fields.tsx';
import type { PersonFormValues } from './person-form-values.ts';

interface LevelFieldsProps {
  form: UseFormReturnType<PersonFormValues>;
  /** How the person is known so far; null for somebody new. */
  before: PersonLevel | null;
}

/** How somebody is known: by name, or by a pseudonym and then by no name at all. */
export function LevelFields({ form, before }: LevelFieldsProps) {
  const { t } = useTranslation('people');
  const labelId = useId();
  const { level } = form.values;
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Text id={labelId} size="sm" fw={500}>
          {t('field.level')}
        </Text>
        <SegmentedControl<PersonLevel>
          aria-labelledby={labelId}
          value={level}
          onChange={(chosen) => form.setFieldValue('level', chosen)}
          data={PERSON_LEVELS.toReversed().map((value) => ({ value, label: t(`level.${value}`) }))}
        />
      </Group>
      {level === 'pseudonymous' ? <PseudonymField form={form} /> : <NameFields form={form} />}
      {level === 'pseudonymous' && before === 'named' && (
        <Message kind="urgent" announce>
          {t('help.losesName')}
        </Message>
      )}
    </Stack>
  );
}

function PseudonymField({ form }: Pick<LevelFieldsProps, 'form'>) {
  const { t } = useTranslation('people');
  const { pseudonym } = form.values;
  const { setFieldValue } = form;
  const suggest = () =>
    void client.people.newPseudonym({}).then(
      (found) => setFieldValue('pseudonym', found.pseudonym),
      // The field stays as it is: a pseudonym can be typed.
      () => undefined,
    );
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the field appears empty
  useEffect(() => (pseudonym === '' ? suggest() : undefined), []);
  return (
    <Stack gap={4}>
      <Group gap="sm" align="flex-end" wrap="nowrap">
        <TextInput
          {...HELP_BELOW}
          flex={1}
          label={t('field.pseudonym')}
          autoComplete="off"
          {...form.getInputProps('pseudonym')}
        />
        <Button variant="default" leftSection={<IconRefresh size={18} aria-hidden />} onClick={suggest}>
          {t('names.suggest')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('help.pseudonym')} {t('help.pseudonymFields')}
      </Text>
    </Stack>
  );
}
