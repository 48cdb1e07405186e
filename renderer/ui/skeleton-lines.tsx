import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Stands where something will be in a moment, in its size, so that nothing jumps. Never in place of what is known. */
export function SkeletonLines({ lines = 3, height = 20 }: { lines?: number; height?: number }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" aria-busy="true" role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, line) => (
        // The lines have no identity but their place.
        <Skeleton key={line} height={height} />
      ))}
    </Stack>
  );
}
