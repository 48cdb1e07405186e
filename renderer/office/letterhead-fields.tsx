import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LEGAL_REGIMES } from '../../shared/catalogue/catalogue.ts';
import { Letterhead } from '../../shared/office/office.contract.ts';
import { HELP_BELOW } from '../ui/form/help-below.ts';
import type { LegalRegime } from './set-up/set-up-values.ts';

interface LetterheadFieldsProps {
  letterhead: Letterhead;
  legalRegime: LegalRegime;
  onLetterhead: (letterhead: Letterhead) => void;
  onLegalRegime: (regime: LegalRegime) => void;
  /** Errors by field of the letterhead. */
  errorOf: (field: keyof Letterhead) => React.ReactNode;
  readOnly?: boolean;
}

// The keys of the schema are exactly those of the type.
const FIELDS = Object.keys(Letterhead.shape) as (keyof Letterhead)[];

/** What stands at the head of an employer's letters, and by which law it keeps data. */
export function LetterheadFields({
  letterhead,
  legalRegime,
  onLetterhead,
  onLegalRegime,
  errorOf,
  readOnly = false,
}: LetterheadFieldsProps) {
  const { t } = useTranslation('office');
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
      {FIELDS.map((field) => (
        <TextInput
          key={field}
          label={t(`letterhead.${field}`)}
          autoComplete="off"
          value={letterhead[field]}
          error={errorOf(field)}
          readOnly={readOnly}
          onChange={(event) => onLetterhead({ ...letterhead, [field]: event.currentTarget.value })}
        />
      ))}
      <Select
        {...HELP_BELOW}
        label={t('letterhead.legalRegime')}
        description={t('letterhead.legalRegimeHelp')}
        allowDeselect={false}
        readOnly={readOnly}
        value={legalRegime}
        onChange={(value) => onLegalRegime(LEGAL_REGIMES.find((regime) => regime === value) ?? legalRegime)}
        data={LEGAL_REGIMES.map((regime) => ({ value: regime, label: t(`regime.${regime}`) }))}
      />
    </SimpleGrid>
  );
}
