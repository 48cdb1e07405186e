import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import { RoleWords } from '../../staff/staff-person-fields.tsx';
import { Section } from '../../ui/section.tsx';
import { recipientsOf } from '../keys/city-keys.ts';
import classes from './set-up.module.css';
import type { EntryStep } from './set-up-steps.ts';
import type { SetUpValues } from './set-up-values.ts';

/** Everything once more before the office is made; each part leads back to where it was entered. */
export function SummaryStep({ values, onGoTo }: { values: SetUpValues; onGoTo: (step: EntryStep) => void }) {
  const { t } = useTranslation('office');
  const { language } = useCatalogue();
  const change = (step: EntryStep) => (
    <Button
      variant="subtle"
      size="compact-sm"
      onClick={() => onGoTo(step)}
      aria-label={t('setUp.summary.changeWhat', { what: t(`setUp.step.${step}`) })}
    >
      {t('setUp.summary.change')}
    </Button>
  );
  const { office, employers, staff } = values;
  return (
    <Stack gap="md">
      <Text>{t('setUp.summary.intro')}</Text>
      <Section title={t('setUp.step.office')} raised={false} aside={change('office')}>
        <dl className={classes.facts}>
          <Fact label={t('setUp.office.name')}>{`${office.name} (${office.id})`}</Fact>
          <Fact label={t('setUp.office.address')}>{office.address}</Fact>
          <Fact label={t('setUp.office.districts')}>{office.districts.join(', ')}</Fact>
          <Fact label={t('setUp.office.languages')}>{office.languages.map(language).join(', ')}</Fact>
          <Fact label={t('setUp.office.desks')}>{String(office.desks)}</Fact>
        </dl>
      </Section>
      <Section title={t('setUp.step.employers')} raised={false} aside={change('employers')}>
        <dl className={classes.facts}>
          {(['city', 'partner'] as const).map((side) => (
            <Fact
              key={side}
              label={t(`setUp.employers.${side}`)}
            >{`${employers[side].letterhead.name}, ${t(`regime.${employers[side].legalRegime}`)}`}</Fact>
          ))}
        </dl>
      </Section>
      <Section title={t('setUp.step.staff')} raised={false} aside={change('staff')}>
        <dl className={classes.facts}>
          {staff.map((person) => (
            <Fact key={person.key} label={person.displayName}>
              {employers[person.employer].letterhead.name}: <RoleWords roles={person.roles} />
            </Fact>
          ))}
        </dl>
      </Section>
      <Section title={t('setUp.step.city')} raised={false} aside={change('city')}>
        <Text size="sm">{t('setUp.summary.keysCompared', { count: recipientsOf(values.city.recipients).length })}</Text>
      </Section>
      <Section title={t('setUp.step.export')} raised={false} aside={change('export')}>
        <dl className={classes.facts}>
          <Fact label={t('setUp.export.folder')}>
            {values.export.folder === '' ? t('setUp.export.ownOutbox') : values.export.folder}
          </Fact>
          <Fact label={t('setUp.export.nightlyAt')}>{values.export.nightlyAt}</Fact>
        </dl>
      </Section>
      <Group gap="xs">
        <Text size="sm" c="dimmed">
          {t('setUp.summary.nothingWritten')}
        </Text>
      </Group>
    </Stack>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  const { t } = useTranslation('office');
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children === '' ? t('setUp.summary.empty') : children}</dd>
    </div>
  );
}
