import { ActionIcon, Checkbox, Group, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StepView } from '../../../shared/consultations/consultations.contract.ts';
import { useFormats } from '../../i18n/formats.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { showUndoable } from '../../ui/notices/notice-store.ts';

/** The step as it would be agreed anew. */
function asDraft({ contactId, owner, what, phrase, topic, dueOn, partner, staffId }: StepView) {
  return {
    contactId,
    owner,
    what: phrase ? null : what,
    phrase,
    topic,
    dueOn,
    partnerId: phrase ? null : (partner?.id ?? null),
    staffId,
  };
}

/** One agreed step: ticked off here, or taken away. Both can be taken back. */
export function StepLine({ step }: { step: StepView }) {
  const { t } = useTranslation('consultations');
  const formats = useFormats();
  const change = useCommand(orpc.consultations.changeStep);
  const remove = useCommand(orpc.consultations.removeStep);
  const add = useCommand(orpc.consultations.addStep);
  const { id, revision, owner, what, dueOn } = step;

  const tick = async (done: boolean) => {
    const changed = await change.run({ id, revision, owner, what, dueOn, done });
    if (!changed) return;
    showUndoable({
      text: t(done ? 'steps.didTick' : 'steps.didUntick', { what }),
      undo: async () =>
        (await change.run({ id, revision: changed.revision, owner, what, dueOn, done: !done })) !== null,
    });
  };
  const takeAway = async () => {
    if (!(await remove.run({ id, revision }))) return;
    showUndoable({
      text: t('steps.didRemove', { what }),
      undo: async () => (await add.run(asDraft(step))) !== null,
    });
  };

  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <Checkbox
        size="sm"
        mt={3}
        checked={step.doneAt !== null}
        disabled={change.pending}
        onChange={(event) => void tick(event.currentTarget.checked)}
        aria-label={t('steps.tick', { what })}
      />
      <Text flex={1} {...(step.doneAt ? { td: 'line-through', c: 'dimmed' } : {})}>
        <Text span fw={600}>
          {t(`steps.owner.${owner}`)}:{' '}
        </Text>
        <Bdi>{what}</Bdi>
        {dueOn && (
          <Text span c="dimmed">
            {' '}
            {t('steps.until', { day: formats.shortDate(dueOn) })}
          </Text>
        )}
      </Text>
      <ActionIcon aria-label={t('steps.remove', { what })} disabled={remove.pending} onClick={() => void takeAway()}>
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
