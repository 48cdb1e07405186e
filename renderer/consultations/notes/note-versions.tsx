import { Button, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DiffPart, wordDiff } from '../../../shared/consultations/word-diff.ts';
import { useFormats } from '../../i18n/formats.ts';
import { orpc } from '../../rpc/client.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import classes from './note-versions.module.css';

/** What each version of a note changed, on demand, the newest first. Only versions that the reader may open. */
export function NoteVersions({ noteId, count }: { noteId: string; count: number }) {
  const { t } = useTranslation('consultations');
  const [opened, setOpened] = useState(false);
  const panelId = useId();
  return (
    <div>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        ml={-8}
        leftSection={<IconHistory size={16} aria-hidden />}
        aria-expanded={opened}
        aria-controls={panelId}
        onClick={() => setOpened(!opened)}
      >
        {t(opened ? 'notes.hideChanges' : 'notes.showChanges', { count })}
      </Button>
      <div id={panelId} hidden={!opened}>
        {opened && <Changes noteId={noteId} />}
      </div>
    </div>
  );
}

function Changes({ noteId }: { noteId: string }) {
  const { t } = useTranslation('consultations');
  const { instantDay, time } = useFormats();
  const versions = useQuery({
    ...orpc.consultations.noteVersions.queryOptions({ input: { id: noteId } }),
    // A new version has no change event of its own.
    refetchOnMount: 'always',
  });
  if (versions.error) return <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />;
  if (!versions.data) return <SkeletonLines lines={2} height={28} />;
  const all = versions.data.versions;
  return (
    <Stack component="ol" gap="sm" className={classes.versions} aria-label={t('notes.changes')}>
      {all.toReversed().map((version) => (
        <li key={version.version}>
          <Text size="sm" c="dimmed">
            {t('notes.versionOf', {
              number: version.version,
              day: instantDay(version.writtenAt),
              time: time(version.writtenAt),
            })}
          </Text>
          <Change
            before={all.find(({ version: number }) => number === version.version - 1)?.text}
            after={version.text}
          />
        </li>
      ))}
    </Stack>
  );
}

/** Where a part begins tells it from the others. */
function keyed(parts: readonly DiffPart[]): { key: string; part: DiffPart }[] {
  let position = 0;
  return parts.map((part) => {
    const key = `${part.kind} ${position}`;
    position += part.text.length;
    return { key, part };
  });
}

/** One version against the one before: struck out what went, underlined what came, both said in words for who listens. */
function Change({ before, after }: { before: string | undefined; after: string }) {
  const { t } = useTranslation('consultations');
  const said = (words: string) => <VisuallyHidden> [{words}] </VisuallyHidden>;
  if (before === undefined)
    return (
      <Text dir="auto" className={classes.text}>
        {after}
      </Text>
    );
  if (before === after)
    return (
      <Text size="sm" c="dimmed">
        {t('notes.sameText')}
      </Text>
    );
  return (
    <Text dir="auto" className={classes.text}>
      {keyed(wordDiff(before, after)).map(({ key, part }) => {
        if (part.kind === 'same') return <span key={key}>{part.text}</span>;
        const Mark = part.kind === 'added' ? 'ins' : 'del';
        return (
          <Mark key={key} className={classes[part.kind]}>
            {said(t(`notes.${part.kind}`))}
            {part.text}
            {said(t('notes.changeEnds'))}
          </Mark>
        );
      })}
    </Text>
  );
}
