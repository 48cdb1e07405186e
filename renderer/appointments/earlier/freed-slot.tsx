import { Button, Group, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OfferResult } from '../../../shared/appointments/earlier-slot.rules.ts';
import type { FreedSlotView } from '../../../shared/appointments/earlier-slots.contract.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useStaffNames } from '../../queue/use-staff-names.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { showUndoable } from '../../ui/notices/notice-store.ts';
import { Section } from '../../ui/section.tsx';
import classes from './earlier.module.css';
import { MatchLine } from './match-line.tsx';

type Match = FreedSlotView['matches'][number];

/** A slot that was given back: to whom it is offered first, what came of it, and the end of offering it. */
export function FreedSlot({ slot }: { slot: FreedSlotView }) {
  const { t } = useTranslation('appointments');
  const { longDate } = useFormats();
  const staffName = useStaffNames();
  const record = useCommand(orpc.appointments.recordOffer);
  const takeBack = useCommand(orpc.appointments.takeOfferBack);
  const letGo = useCommand(orpc.appointments.letGo);
  const takeUpAgain = useCommand(orpc.appointments.takeUpAgain);
  const title = t('earlier.slot', { day: longDate(slot.day), from: slot.from });
  const facts = [
    t('earlier.minutes', { count: slot.minutes }),
    t(`places.${slot.place}`),
    slot.staffIds.map((id) => staffName(id)).join(', '),
  ];
  const on = { slotId: slot.id, revision: slot.revision };

  const answer = async ({ wishId }: Match, who: string, result: OfferResult) => {
    const said = await record.run({ ...on, wishId, result });
    if (!said) return;
    showUndoable({
      text: t(`earlier.did.${result}`, { who, slot: title }),
      undo: async () => (await takeBack.run({ slotId: slot.id, revision: said.revision, wishId })) !== null,
    });
  };
  const giveUp = async () => {
    const gone = await letGo.run(on);
    if (!gone) return;
    showUndoable({
      text: t('earlier.didLetGo', { slot: title }),
      undo: async () => (await takeUpAgain.run({ slotId: slot.id, revision: gone.revision })) !== null,
    });
  };
  return (
    <Section
      title={title}
      aside={
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconX size={16} aria-hidden />}
          aria-label={t('earlier.letGoNamed', { slot: title })}
          loading={letGo.pending}
          onClick={() => void giveUp()}
        >
          {t('earlier.letGo')}
        </Button>
      }
    >
      <Group gap="md" mb={4}>
        <Text size="sm">{facts.filter((fact) => fact !== '').join(' · ')}</Text>
        {slot.suits > 0 && (
          <Text size="sm" c="dimmed">
            {t('earlier.suits', { count: slot.suits })}
          </Text>
        )}
      </Group>
      {slot.matches.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('earlier.nobody')}
        </Text>
      ) : (
        <ol className={classes.matches}>
          {slot.matches.map((match) => (
            <MatchLine
              key={match.wishId}
              match={match}
              pending={record.pending}
              onAnswer={(who, result) => void answer(match, who, result)}
            />
          ))}
        </ol>
      )}
    </Section>
  );
}
