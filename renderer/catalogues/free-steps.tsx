import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FreeStep } from '../../shared/catalogues/catalogues.contract.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { showUndoable } from '../ui/notices/notice-store.ts';
import { Section } from '../ui/section.tsx';
import classes from './catalogues.module.css';

/** What was typed freely as a step again and again: taken as a phrase for everybody, or not wanted. */
export function FreeSteps({ onTake }: { onTake: (step: FreeStep) => void }) {
  const { t } = useTranslation('catalogues');
  const { t: consultations } = useTranslation('consultations');
  const free = useQuery({ ...orpc.catalogues.freeSteps.queryOptions({ input: {} }), staleTime: 0 });
  const dismiss = useCommand(orpc.catalogues.dismissFreeStep);
  const steps = free.data?.steps ?? [];
  const notWanted = async ({ key, text }: FreeStep) => {
    const done = await dismiss.run({ key, dismissed: true });
    if (!done) return;
    showUndoable({
      text: t('free.didDismiss', { text }),
      undo: async () => (await dismiss.run({ key, dismissed: false })) !== null,
    });
  };
  return (
    <Section title={t('free.title')}>
      <Text size="sm" c="dimmed" mb="xs">
        {t(steps.length === 0 ? 'free.none' : 'free.hint')}
      </Text>
      {steps.length > 0 && (
        <ul className={classes.free} aria-label={t('free.title')}>
          {steps.map((step) => (
            <li key={step.key} className={classes.line}>
              <span className={classes.name}>
                {step.text}
                <span className={classes.given}>
                  {consultations(`steps.owner.${step.owner}`)} · {t('free.count', { count: step.count })}
                </span>
              </span>
              <Group gap="xs" wrap="nowrap">
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={t('free.takeNamed', { text: step.text })}
                  onClick={() => onTake(step)}
                >
                  {t('free.take')}
                </Button>
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  aria-label={t('free.dismissNamed', { text: step.text })}
                  onClick={() => void notWanted(step)}
                >
                  {t('free.dismiss')}
                </Button>
              </Group>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
