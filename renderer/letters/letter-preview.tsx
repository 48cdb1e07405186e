import { Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterInput } from '../../shared/letters/letters.contract.ts';
import { orpc } from '../rpc/client.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { Message } from '../ui/message.tsx';
import { useDebounced } from '../ui/use-debounced.ts';
import classes from './letters.module.css';
import { PaperFrame } from './paper-frame.tsx';
import { usePlaceholderNames } from './placeholder-names.ts';

/** A letter is two megabytes with its fonts: it is set anew when the hands rest. */
const HANDS_REST_MS = 400;

export interface LetterPreviewState {
  html: string | null;
  missing: readonly string[];
  leaves: readonly string[];
  error: unknown;
  retry: () => void;
}

/** The letter as it would be printed now; what was shown stays until the next is there. */
export function useLetterPreview(letter: LetterInput | null): LetterPreviewState {
  const now = useMemo(() => JSON.stringify(letter), [letter]);
  const settled = useDebounced(now, HANDS_REST_MS);
  // Made by JSON.stringify from exactly this type a moment ago.
  const asked = JSON.parse(settled) as LetterInput | null;
  const preview = useQuery({
    ...orpc.letters.preview.queryOptions({
      input: asked ?? NOBODY,
      enabled: asked !== null,
      placeholderData: keepPreviousData,
    }),
    gcTime: 0,
  });
  const shown = letter === null ? undefined : preview.data;
  return {
    html: shown?.html ?? null,
    missing: shown?.missing ?? [],
    leaves: shown?.leaves ?? [],
    error: letter === null ? null : preview.error,
    retry: () => void preview.refetch(),
  };
}

/** Never asked with: the query is off as long as there is no partner. */
const NOBODY: LetterInput = {
  contactId: null,
  personId: null,
  partnerId: '',
  templateId: '',
  topic: null,
  include: { birth: false, phone: false, email: false, district: false },
  concern: '',
  done: '',
  request: '',
  replyBy: null,
  enclosures: [],
  consentOn: null,
  companionLanguage: null,
};

/** The paper at the right. */
export function LetterPaper({ preview }: { preview: LetterPreviewState }) {
  const { t } = useTranslation('letters');
  if (preview.error) return <ErrorState error={preview.error} onRetry={preview.retry} />;
  if (preview.html === null) {
    return (
      <div className={classes.noPaper}>
        <Text c="dimmed">{t('preview.chooseFirst')}</Text>
      </div>
    );
  }
  return <PaperFrame html={preview.html} title={t('preview.title')} />;
}

/** What is left out, and what leaves the house. */
export function LetterWarnings({ preview, withoutConsent }: { preview: LetterPreviewState; withoutConsent: boolean }) {
  const { t } = useTranslation('letters');
  const { nameOf } = usePlaceholderNames();
  if (preview.html === null) return null;
  return (
    <Stack gap="xs">
      {preview.missing.length > 0 && (
        <Message kind="info">
          {t('preview.missing', { count: preview.missing.length, names: preview.missing.map(nameOf).join(', ') })}
        </Message>
      )}
      <Message kind={withoutConsent ? 'urgent' : 'info'}>
        {preview.leaves.length === 0
          ? t('preview.nothingLeaves')
          : t('preview.leaves', { what: preview.leaves.map((kind) => leavesWord(t, kind)).join(', ') })}
        {withoutConsent && ` ${t('preview.withoutConsent')}`}
      </Message>
    </Stack>
  );
}

const KINDS = ['name', 'birth', 'phone', 'email', 'district', 'language', 'concern', 'done'] as const;

function leavesWord(t: ReturnType<typeof useTranslation<'letters'>>['t'], kind: string): string {
  const known = KINDS.find((candidate) => candidate === kind);
  return known ? t(`leaves.${known}`) : kind;
}
