import { useQuery } from '@tanstack/react-query';
import { type Ref, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { catalogue } from '../../../shared/catalogue/catalogue.ts';
import { orpc } from '../../rpc/client.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { LanguageName } from '../../ui/language-name.tsx';

interface Languages {
  /** Those that the office named for itself, in its order. */
  ofOffice: readonly string[];
  others: readonly string[];
}

/** All languages, parted into the office's own and the others. */
export function useLanguagesByOffice(): Languages {
  const settings = useQuery(orpc.office.settings.queryOptions({ input: {} }));
  return useMemo(() => {
    const ofOffice =
      settings.data?.languages ??
      catalogue.languages.filter((language) => language.core).map((language) => language.id);
    return { ofOffice, others: catalogue.languages.map(({ id }) => id).filter((id) => !ofOffice.includes(id)) };
  }, [settings.data]);
}

interface LanguageChipsProps {
  languages: Languages;
  chosen: string | null;
  onChoose: (languageId: string) => void;
  ref?: Ref<HTMLDivElement>;
}

/** The first question at the door: which language. Own names, so that the person may point at theirs; the first nine have a digit. */
export function LanguageChips({ languages: { ofOffice, others }, chosen, onChoose, ref }: LanguageChipsProps) {
  const { t } = useTranslation('queue');
  const option = (id: string, index: number) => ({
    id,
    label: <LanguageName id={id} />,
    ...(index < 9 ? { keyName: String(index + 1) } : {}),
  });
  const group = { chosen: chosen === null ? [] : [chosen], onToggle: onChoose };
  return (
    <>
      <ChipGroup
        {...group}
        {...(ref ? { ref } : {})}
        label={t('checkIn.language')}
        size="lg"
        takesFocus={chosen === null}
        options={ofOffice.map(option)}
      />
      {others.length > 0 && (
        <ChipGroup
          {...group}
          label={t('checkIn.otherLanguages')}
          options={others.map((id, index) => option(id, ofOffice.length + index))}
        />
      )}
    </>
  );
}
