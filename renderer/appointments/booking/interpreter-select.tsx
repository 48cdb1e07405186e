import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../access/session-store.ts';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import { orpc } from '../../rpc/client.ts';

interface InterpreterSelectProps {
  /** Those who speak it come first; null: all the same. */
  language: string | null;
  value: string | null;
  onChange: (interpreterId: string | null) => void;
}

/** Who interprets, from the list of volunteers and telephone services. */
export function InterpreterSelect({ language, value, onChange }: InterpreterSelectProps) {
  const { t } = useTranslation('appointments');
  const { language: nameOf } = useCatalogue();
  const mayRead = useRight('interpreters.write');
  const list = useQuery({ ...orpc.interpreters.list.queryOptions({ input: {} }), enabled: mayRead });
  const all = list.data?.interpreters ?? [];
  const speaks = (one: (typeof all)[number]) => language === null || one.languages.includes(language);
  const option = ({ id, name, languages }: (typeof all)[number]) => ({
    value: id,
    label: t('field.interpreterOption', { name, languages: languages.map(nameOf).join(', ') }),
  });
  if (!mayRead || all.length === 0) return null;
  const others = all.filter((one) => !speaks(one));
  return (
    <Select
      label={t('field.interpreter')}
      placeholder={t('field.noInterpreter')}
      clearable
      searchable
      comboboxProps={{ withinPortal: true }}
      data={[
        ...all.filter(speaks).map(option),
        ...(others.length === 0 ? [] : [{ group: t('field.otherInterpreters'), items: others.map(option) }]),
      ]}
      value={value}
      onChange={onChange}
    />
  );
}
