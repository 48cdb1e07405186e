import { Checkbox, MultiSelect, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLES, type Role } from '../../shared/access/rights.ts';
import { catalogue } from '../../shared/catalogue/catalogue.ts';
import { ownNameOf, useCatalogue } from '../i18n/catalogue-labels.ts';

interface RolesFieldProps {
  roles: readonly Role[];
  onChange: (roles: Role[]) => void;
  error?: React.ReactNode;
}

/** The roles a colleague has, several at once, each with what it allows. */
export function RolesField({ roles, onChange, error }: RolesFieldProps) {
  const { t } = useTranslation('staff');
  const titleId = useId();
  return (
    <div role="group" aria-labelledby={titleId}>
      <Text id={titleId} size="sm" fw={500} mb={4}>
        {t('field.roles')}
      </Text>
      <Stack gap={6}>
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            size="sm"
            label={t(`role.${role}`)}
            description={t(`roleHelp.${role}`)}
            checked={roles.includes(role)}
            onChange={(event) =>
              onChange(ROLES.filter((other) => (other === role ? event.currentTarget.checked : roles.includes(other))))
            }
          />
        ))}
      </Stack>
      {error && (
        <Text size="sm" c="var(--mantine-color-error)" mt={4}>
          {error}
        </Text>
      )}
    </div>
  );
}

interface LanguagesFieldProps {
  label: string;
  description?: string;
  languages: readonly string[];
  onChange: (languages: string[]) => void;
  error?: React.ReactNode;
  readOnly?: boolean;
}

/** Several languages of the catalogue, found by their German or own name. */
export function LanguagesField({ languages, onChange, ...field }: LanguagesFieldProps) {
  const { language } = useCatalogue();
  return (
    <MultiSelect
      {...field}
      searchable
      hidePickedOptions
      value={[...languages]}
      onChange={onChange}
      data={catalogue.languages.map(({ id }) => ({
        value: id,
        label: language(id) === ownNameOf(id) ? language(id) : `${language(id)} · ${ownNameOf(id)}`,
      }))}
    />
  );
}

/** The roles in one line: "Beratung, Verwaltung". */
export function RoleWords({ roles }: { roles: readonly Role[] }) {
  const { t } = useTranslation('staff');
  return <>{roles.map((role) => t(`role.${role}`)).join(', ')}</>;
}
