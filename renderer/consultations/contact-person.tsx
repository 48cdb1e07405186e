import { Anchor, Button, Group, SegmentedControl, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ContactView } from '../../shared/consultations/consultations.contract.ts';
import { PERSON_LEVELS, type PersonLevel } from '../../shared/people/person-level.contract.ts';
import { PersonPicker } from '../people/person-picker.tsx';
import { Bdi } from '../ui/bdi.tsx';
import { focusIfLost } from '../ui/focus-if-lost.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { useKeys } from '../ui/keyboard/use-keys.tsx';
import { showUndoable } from '../ui/notices/notice-store.ts';
import classes from './consultation-panel.module.css';
import type { ContactPatch } from './contact-changes.ts';
import { MatterSheet } from './matter-sheet.tsx';

export type MatterLevel = 'anonymous' | PersonLevel;
export const MATTER_LEVELS = ['anonymous', ...PERSON_LEVELS] as const;

interface ContactPersonProps {
  contact: ContactView;
  /** The ticket's languages, for somebody who must be created. */
  languages: { spoken: string; understood: string; read: string };
  onChange: (patch: ContactPatch) => void;
}

/**
 * How this matter is kept: anonymous, as most need nobody's name; with a pseudonym; or with a name, found before created.
 * A further matter of the same talk has a level of its own.
 */
export function ContactPerson({ contact, languages, onChange }: ContactPersonProps) {
  const { t } = useTranslation('consultations');
  const [choosing, setChoosing] = useState<PersonLevel | null>(null);
  const [adding, setAdding] = useState(false);
  const picker = useRef<HTMLDivElement>(null);
  const shown = useRef<HTMLDivElement>(null);
  const labelId = useId();
  const { person } = contact;
  const open = (level: PersonLevel) => {
    setChoosing(level);
    window.requestAnimationFrame(() => picker.current?.querySelector('input')?.focus());
  };
  const choose = (level: MatterLevel) => {
    if (level !== 'anonymous') return level === person?.level ? setChoosing(null) : open(level);
    setChoosing(null);
    if (!person) return;
    onChange({ person: null });
    const undo = () => {
      onChange({ person });
      return Promise.resolve(true);
    };
    showUndoable({ text: t('matter.madeAnonymous'), undo });
  };
  useKeys([{ keys: 'F3', run: () => open('named'), label: t('person.attach') }]);

  return (
    <>
      <Group gap="xs" ref={shown}>
        <VisuallyHidden id={labelId}>{t('matter.level')}</VisuallyHidden>
        <SegmentedControl<MatterLevel>
          size="xs"
          aria-labelledby={labelId}
          value={choosing ?? person?.level ?? 'anonymous'}
          onChange={choose}
          data={MATTER_LEVELS.map((value) => ({
            value,
            label: (
              <>
                {t(`matter.${value}`)}
                {value === 'named' && !person && (
                  <>
                    {' '}
                    <KeyHint keys="F3" />
                  </>
                )}
              </>
            ),
          }))}
        />
        {person && (
          <Anchor component={Link} href={`/people/${person.id}`} fw={600}>
            <Bdi>{person.name}</Bdi>
          </Anchor>
        )}
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t('matter.another')}
        </Button>
      </Group>
      {choosing && (
        <div ref={picker} className={classes.picker}>
          <div>
            <PersonPicker
              key={choosing}
              value={null}
              known={{ ...languages, level: choosing }}
              {...(choosing === 'pseudonymous' ? { label: t('matter.findPseudonym') } : {})}
              onChange={(chosen) => {
                setChoosing(null);
                if (chosen) onChange({ person: chosen });
                focusIfLost(() => shown.current?.querySelector('a'));
              }}
            />
          </div>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setChoosing(null)}>
            {t('person.keep')}
          </Button>
        </div>
      )}
      {adding && <MatterSheet contact={contact} languages={languages} onClose={() => setAdding(false)} />}
    </>
  );
}
