import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconBuildingCommunity, IconSchool } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFaultText } from '../i18n/fault-text.ts';
import { client, orpc } from '../rpc/client.ts';
import { faultOf } from '../rpc/fault.ts';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Message } from '../ui/message.tsx';
import { SchemeSwitch } from '../ui/scheme-switch.tsx';
import { Assistant } from './set-up/assistant.tsx';
import { keptSetUp } from './set-up/kept-set-up.ts';
import classes from './set-up/set-up.module.css';

/** The first start: a real office, or the training office. */
export default function SetUpAssistant() {
  const { t } = useTranslation('office');
  const faultText = useFaultText();
  const queryClient = useQueryClient();
  // Whoever had begun goes on where they were, a lost line later too.
  const [setting, setSetting] = useState(() => keptSetUp() !== null);
  const training = useMutation({
    mutationFn: () => client.office.startTraining({}),
    onSettled: () => queryClient.invalidateQueries({ queryKey: orpc.office.status.key() }),
  });
  if (setting) return <Assistant onLeave={() => setSetting(false)} />;
  return (
    <main className={classes.alone}>
      <div className={classes.aloneInner}>
        <Group justify="space-between" align="flex-start" mb="lg">
          <div>
            <Title order={1}>{t('start.title')}</Title>
            <Text c="dimmed">{t('start.subtitle')}</Text>
          </div>
          <Group gap="xs">
            <LanguageSwitch />
            <SchemeSwitch />
          </Group>
        </Group>
        <Stack gap="md">
          {training.error && (
            <Message kind="error" announce>
              {faultText(faultOf(training.error))}
            </Message>
          )}
          <div className={classes.choices}>
            <section className={classes.choice} aria-labelledby="start-office">
              <Group gap="xs">
                <IconBuildingCommunity size={24} aria-hidden />
                <Text component="h2" id="start-office" fw={650} size="lg" m={0}>
                  {t('start.office')}
                </Text>
              </Group>
              <Text>{t('start.officeText')}</Text>
              <Text size="sm" c="dimmed">
                {t('start.officeNeeds')}
              </Text>
              <Button size="md" onClick={() => setSetting(true)} disabled={training.isPending}>
                {keptSetUp() ? t('start.officeGoOn') : t('start.officeButton')}
              </Button>
            </section>
            <section className={classes.choice} aria-labelledby="start-training">
              <Group gap="xs">
                <IconSchool size={24} aria-hidden />
                <Text component="h2" id="start-training" fw={650} size="lg" m={0}>
                  {t('start.training')}
                </Text>
              </Group>
              <Text>{t('start.trainingText')}</Text>
              <Text size="sm" c="dimmed">
                {t('start.trainingNote')}
              </Text>
              <Button size="md" variant="default" onClick={() => training.mutate()} loading={training.isPending}>
                {t('start.trainingButton')}
              </Button>
            </section>
          </div>
        </Stack>
      </div>
    </main>
  );
}
