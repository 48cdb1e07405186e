import { Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { OBSTACLE_STATES } from '../../../shared/consultations/consultations.contract.ts';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import type { ObstacleState } from '../contact-changes.ts';

interface ObstacleChipProps {
  obstacle: string;
  state: ObstacleState;
  onState: (state: ObstacleState) => void;
  onRemove: () => void;
}

/** One obstacle with how it stands; its menu says how it ended, or takes it away. */
export function ObstacleChip({ obstacle, state, onState, onRemove }: ObstacleChipProps) {
  const { t } = useTranslation('consultations');
  const labels = useCatalogue();
  return (
    <Menu position="bottom-start" trapFocus returnFocus>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          radius="xl"
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {labels.obstacle(obstacle)}
          {state !== 'open' && ` · ${t(`obstacles.state.${state}`)}`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {OBSTACLE_STATES.map((one) => (
          <Menu.Item
            key={one}
            role="menuitemradio"
            aria-checked={one === state}
            leftSection={one === state ? <IconCheck size={16} aria-hidden /> : <span style={{ width: 16 }} />}
            onClick={() => onState(one)}
          >
            {t(`obstacles.state.${one}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={onRemove}>
          {t('obstacles.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
