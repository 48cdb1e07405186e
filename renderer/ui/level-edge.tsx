import { Box, Group, Text } from '@mantine/core';
import { IconLock, IconUser, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteLevel } from '../../shared/consultations/consultations.contract.ts';
import classes from './level-edge.module.css';

export const LEVEL_ICONS = { V1: IconUsers, V2: IconUser, V3: IconLock } as const;

/** The word for who reads a note of this level, as its author's colleagues see it. */
export function LevelWord({ level, employerName }: { level: NoteLevel; employerName: string | null }) {
  const { t } = useTranslation('consultations');
  const Icon = LEVEL_ICONS[level];
  return (
    <Group component="span" gap={4} wrap="nowrap" className={classes.word} data-level={level}>
      <Icon size={16} aria-hidden />
      <Text span size="sm" fw={600}>
        {level === 'V2' && employerName ? t('level.V2.named', { employer: employerName }) : t(`level.${level}.word`)}
      </Text>
    </Group>
  );
}

/** Puts the level's coloured edge on a note or an editor. The colour never stands alone: a LevelWord belongs inside. */
export function LevelEdge({
  level,
  children,
  className,
}: {
  level: NoteLevel;
  children: ReactNode;
  className?: string;
}) {
  return (
    <Box className={`${classes.edge} ${className ?? ''}`} data-level={level}>
      {children}
    </Box>
  );
}
