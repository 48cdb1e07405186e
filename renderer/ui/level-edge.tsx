import { Box, Text } from '@mantine/core';
import { IconLock, IconUser, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EmployerKind } from '../../shared/access/access.contract.ts';
import type { NoteLevel } from '../../shared/consultations/consultations.contract.ts';
import classes from './level-edge.module.css';

export const LEVEL_ICONS = { V1: IconUsers, V2: IconUser, V3: IconLock } as const;

interface LevelWordProps {
  level: NoteLevel;
  /** The employer of the note's author. */
  employerKind: EmployerKind;
  /** False where the reader is the author's deputy. */
  own?: boolean;
}

/** The word for who reads a note of this level: both employers, one of them, only its author. */
export function LevelWord({ level, employerKind, own = true }: LevelWordProps) {
  const { t } = useTranslation('consultations');
  const Icon = LEVEL_ICONS[level];
  const word =
    level === 'V2'
      ? t(`level.V2.${employerKind}`)
      : level === 'V3' && !own
        ? t('level.V3.entrusted')
        : t(`level.${level}.word`);
  return (
    <span className={classes.word} data-level={level}>
      <Icon size={16} aria-hidden />
      <Text span size="sm" fw={600}>
        {word}
      </Text>
    </span>
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
