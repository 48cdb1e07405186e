import { Button, Menu, Text } from '@mantine/core';
import { IconBuildingCommunity, IconCheck, IconChevronDown, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { obstacleLevel } from '../../../shared/catalogue/catalogue.ts';
import type { ContactView } from '../../../shared/consultations/consultations.contract.ts';
import { OBSTACLE_STATES, type ObstacleState } from '../../../shared/obstacles/obstacles.contract.ts';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import { useFormats } from '../../i18n/formats.ts';

interface ObstacleChipProps {
  obstacle: ContactView['obstacles'][number];
  onState: (state: ObstacleState) => void;
  onCause: (cause: string | null) => void;
  onRemove: () => void;
}

/** One obstacle with how it stands; its menu says how it ended, what in the city causes it, or takes it away. */
export function ObstacleChip({ obstacle: one, onState, onCause, onRemove }: ObstacleChipProps) {
  const { t } = useTranslation('consultations');
  const labels = useCatalogue();
  const formats = useFormats();
  const causes = labels.obstacles(one.cause === null ? [] : [one.cause]).filter((id) => obstacleLevel(id) === 'city');
  return (
    <Menu position="bottom-start" trapFocus returnFocus>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          radius="xl"
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {labels.obstacle(one.obstacle)}
          {one.cause !== null && ` ← ${labels.obstacle(one.cause)}`}
          {one.earlier && ` · ${t('obstacles.since', { day: formats.shortDate(one.since) })}`}
          {one.state !== 'open' && ` · ${t(`obstacles.state.${one.state}`)}`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {OBSTACLE_STATES.map((state) => (
          <Menu.Item
            key={state}
            role="menuitemradio"
            aria-checked={state === one.state}
            leftSection={state === one.state ? <IconCheck size={16} aria-hidden /> : <span style={{ width: 16 }} />}
            onClick={() => onState(state)}
          >
            {t(`obstacles.state.${state}`)}
          </Menu.Item>
        ))}
        {one.level === 'person' && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('obstacles.cause')}</Menu.Label>
            {causes.map((id) => (
              <Menu.Item
                key={id}
                role="menuitemradio"
                aria-checked={id === one.cause}
                leftSection={
                  id === one.cause ? (
                    <IconCheck size={16} aria-hidden />
                  ) : (
                    <IconBuildingCommunity size={16} aria-hidden />
                  )
                }
                onClick={() => onCause(id === one.cause ? null : id)}
              >
                {labels.obstacle(id)}
              </Menu.Item>
            ))}
          </>
        )}
        <Menu.Divider />
        {one.earlier ? (
          <Menu.Label>
            <Text size="xs">{t('obstacles.staysWithPerson')}</Text>
          </Menu.Label>
        ) : (
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={onRemove}>
            {t('obstacles.remove')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
