import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName } from '../../../shared/people/display-name.rules.ts';
import type { PersonView } from '../../../shared/people/people.contract.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { showUndoable } from '../../ui/notices/notice-store.ts';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import classes from '../people.module.css';
import { personWithoutView } from '../person-form-values.ts';
import { MERGE_PARTS, type MergePart, mergedPerson, proposedSides, type Side } from '../person-merge.ts';
import { usePersonWords } from '../use-person-words.ts';

interface MergeFormProps {
  firstId: string;
  secondId: string;
  onClose: () => void;
}

/** Both records, what differs between them, and what shall count. */
export function MergeForm({ firstId, secondId, onClose }: MergeFormProps) {
  const first = useQuery(orpc.people.get.queryOptions({ input: { id: firstId } }));
  const second = useQuery(orpc.people.get.queryOptions({ input: { id: secondId } }));
  const error = first.error ?? second.error;
  if (error) return <ErrorState error={error} onRetry={() => void Promise.all([first.refetch(), second.refetch()])} />;
  if (!first.data || !second.data) return <SkeletonLines lines={4} height={44} />;
  // A change by somebody else begins anew: nobody merges what they have not seen.
  const key = `${first.data.revision} ${second.data.revision}`;
  return <MergeChoices key={key} first={first.data} second={second.data} onClose={onClose} />;
}

function MergeChoices({ first, second, onClose }: { first: PersonView; second: PersonView; onClose: () => void }) {
  const { t } = useTranslation('duplicates');
  const { labelOf, wordsOf } = usePersonWords();
  const [keptSide, setKeptSide] = useState<Side>('mine');
  // What only one of them says is proposed; where both say something, the record that stays.
  const [chosen, setChosen] = useState<Partial<Record<MergePart, Side>>>({});
  const merge = useCommand(orpc.duplicates.merge, { conflictText: () => t('merge.changed') });
  const undo = useCommand(orpc.duplicates.undo);
  const [mine, theirs] = [personWithoutView(first), personWithoutView(second)];
  const differing = MERGE_PARTS.map(([part]) => part).filter((part) => proposedSides(mine, mine, theirs)[part]);
  const sideOf = (part: MergePart): Side => {
    const stated = { mine: wordsOf(mine, part) !== '', theirs: wordsOf(theirs, part) !== '' };
    return chosen[part] ?? (stated.mine === stated.theirs ? keptSide : stated.mine ? 'mine' : 'theirs');
  };
  const [kept, merged] = keptSide === 'mine' ? [first, second] : [second, first];

  const submit = async () => {
    const sides = Object.fromEntries(differing.map((part) => [part, sideOf(part)]));
    const done = await merge.run({
      keptId: kept.id,
      keptRevision: kept.revision,
      mergedId: merged.id,
      mergedRevision: merged.revision,
      person: mergedPerson(mine, theirs, sides),
    });
    if (!done) return;
    onClose();
    showUndoable({
      text: t('merge.done', { merged: displayName(merged), kept: displayName(kept) }),
      undo: async () => (await undo.run({ mergedId: merged.id })) !== null,
    });
  };

  return (
    <Stack gap="md">
      <Radio.Group
        label={t('merge.keep')}
        description={t('merge.keepHint')}
        value={keptSide}
        onChange={(side) => setKeptSide(side === 'theirs' ? 'theirs' : 'mine')}
      >
        <div className={classes.sides}>
          <Radio value="mine" label={<Bdi fw={600}>{displayName(first)}</Bdi>} description={t('merge.first')} />
          <Radio value="theirs" label={<Bdi fw={600}>{displayName(second)}</Bdi>} description={t('merge.second')} />
        </div>
      </Radio.Group>
      <Text fw={600}>{differing.length === 0 ? t('merge.same') : t('merge.differs')}</Text>
      {differing.map((part) => (
        <Radio.Group
          key={part}
          label={t('merge.chooseFor', { field: labelOf(part) })}
          value={sideOf(part)}
          onChange={(side) => setChosen({ ...chosen, [part]: side })}
        >
          <div className={classes.sides}>
            <Radio value="mine" label={<Bdi>{wordsOf(mine, part) || t('merge.empty')}</Bdi>} />
            <Radio value="theirs" label={<Bdi>{wordsOf(theirs, part) || t('merge.empty')}</Bdi>} />
          </div>
        </Radio.Group>
      ))}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('merge.cancel')}
        </Button>
        <Button loading={merge.pending} onClick={() => void submit()}>
          {t('merge.submit')}
        </Button>
      </Group>
    </Stack>
  );
}
