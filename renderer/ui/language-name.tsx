import { Text } from '@mantine/core';
import { ownNameOf, useCatalogue } from '../i18n/catalogue-labels.ts';
import { Bdi } from './bdi.tsx';

/** A language by its own name, with the staff's word for it small beside it: العربية · Arabisch. */
export function LanguageName({ id, ownOnly = false }: { id: string; ownOnly?: boolean }) {
  const { language } = useCatalogue();
  const own = ownNameOf(id);
  const here = language(id);
  return (
    <>
      <Bdi lang={id}>{own}</Bdi>
      {!ownOnly && here !== own && (
        <Text span inherit c="dimmed" fz="0.875em" fw={400}>
          {` ·\u00a0${here}`}
        </Text>
      )}
    </>
  );
}
