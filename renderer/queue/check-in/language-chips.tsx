import { useQuery } from '@tanstack/react-query';
import { type Ref, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { catalogue } from '../../../shared/catalogue/catalogue.ts';
import { orpc } from '../../rpc/client.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { LanguageName } from '../../ui/language-name.tsx';

/** All languages, the office's own first; the first nine have a digit. */
export function useLanguagesByOffice(): readonly string[] {
  const settings = useQuery(orpc.office.settings.queryOptions({ input: {} }));
  return useMemo(() => {
    const ofOffice =
      settings.data?.languages ??
      catalogue.languages.filter((language) => language.core).map((language) => language.id);
    const others = catalogue.languages.map((language) => language.id).filter((id) => !ofOffice.includes(id));
    return [...ofOffice, ...others];
  }, [settings.data]);
}

interface LanguageChipsProps {
  languages: readonly string[];
  chosen: string | null;
  onChoose: (languageId: string) => void;
  ref: Ref<HTMLDivElement>;
}

/** The first question at the door: which language. Own names, so that the person may point at theirs. */
export function LanguageChips({ languages, chosen, onChoose, ref }: LanguageChipsProps) {
  const { t } = useTranslation('queue');
  return (
    <ChipGroup
      ref={ref}
      label={t('checkIn.language')}
      size="lg"
      chosen={chosen === null ? [] : [chosen]}
      onToggle={onChoose}
      options={languages.map((id, index) => ({
        id,
        label: <LanguageName id={id} />,
        ...(index < 9 ? { keyName: String(index + 1) } : {}),
      }))}
    />
  );
}
