import { Button, Group, Popover, SimpleGrid, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { obstacleLevel } from '../../../shared/catalogue/catalogue.ts';
import type { ContactView } from '../../../shared/consultations/consultations.contract.ts';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import { ChipField } from '../../ui/chip-field.tsx';
import { toggleObstacle, withCause, withObstacleState } from '../contact-changes.ts';
import { ObstacleChip } from './obstacle-chip.tsx';
import { Often } from './often.tsx';

interface ContactObstaclesProps {
  obstacles: ContactView['obstacles'];
  today: LocalDate;
  onChange: (obstacles: ContactView['obstacles']) => void;
}

/** What stands in the way: of this person, or in the city. Chosen from the catalogue, each with how it goes on. */
export function ContactObstacles({ obstacles, today, onChange }: ContactObstaclesProps) {
  const { t } = useTranslation('consultations');
  const labels = useCatalogue();
  const chosen = obstacles.map((one) => one.obstacle);
  const optionsOf = (level: 'person' | 'city') =>
    labels
      .obstacles(chosen)
      .filter((id) => obstacleLevel(id) === level)
      .map((id) => ({ id, label: labels.obstacle(id) }));
  const toggle = (id: string) => onChange(toggleObstacle(obstacles, id, today));
  return (
    <Group gap="4px 8px">
      <Text component="h3" size="sm" fw={650} m={0}>
        {t('obstacles.title')}
      </Text>
      {obstacles.map((one) => (
        <ObstacleChip
          key={one.obstacle}
          obstacle={one}
          onCause={(cause) => onChange(withCause(obstacles, one.obstacle, cause))}
          onState={(state) => onChange(withObstacleState(obstacles, one.obstacle, state))}
          onRemove={() => toggle(one.obstacle)}
        />
      ))}
      <Popover width={600} position="bottom-start" trapFocus returnFocus withinPortal shadow="md">
        <Popover.Target>
          <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={16} aria-hidden />}>
            {t('obstacles.add')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
            <ChipField
              label={t('obstacles.ofPerson')}
              options={optionsOf('person')}
              chosen={chosen}
              onToggle={toggle}
            />
            <ChipField label={t('obstacles.ofCity')} options={optionsOf('city')} chosen={chosen} onToggle={toggle} />
          </SimpleGrid>
        </Popover.Dropdown>
      </Popover>
      <Often obstacles={obstacles} />
    </Group>
  );
}
