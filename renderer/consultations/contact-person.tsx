import { Anchor, Button, Group } from '@mantine/core';
import { IconUserPlus, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ContactView } from '../../shared/consultations/consultations.contract.ts';
import { PersonPicker } from '../people/person-picker.tsx';
import { Bdi } from '../ui/bdi.tsx';
import { focusIfLost } from '../ui/focus-if-lost.ts';
import { KeyButton } from '../ui/keyboard/key-button.tsx';
import classes from './consultation-panel.module.css';
import type { ContactPatch } from './contact-changes.ts';

interface ContactPersonProps {
  contact: ContactView;
  /** The ticket's languages, for somebody who must be created. */
  languages: { spoken: string; understood: string; read: string };
  onChange: (patch: ContactPatch) => void;
}

/** Nobody, as most talks need nobody's name; or the person, found before created. */
export function ContactPerson({ contact, languages, onChange }: ContactPersonProps) {
  const { t } = useTranslation('consultations');
  const [choosing, setChoosing] = useState(false);
  const picker = useRef<HTMLDivElement>(null);
  const shown = useRef<HTMLDivElement>(null);
  const open = () => {
    setChoosing(true);
    window.requestAnimationFrame(() => picker.current?.querySelector('input')?.focus());
  };

  if (contact.person) {
    return (
      <Group gap={4} ref={shown}>
        <Anchor component={Link} href={`/people/${contact.person.id}`} fw={600}>
          <Bdi>{contact.person.name}</Bdi>
        </Anchor>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() => onChange({ person: null })}
        >
          {t('person.detach')}
        </Button>
      </Group>
    );
  }
  return choosing ? (
    <div ref={picker} className={classes.picker}>
      <div>
        <PersonPicker
          value={null}
          known={languages}
          onChange={(person) => {
            setChoosing(false);
            if (person) onChange({ person });
            focusIfLost(() => shown.current?.querySelector('a'));
          }}
        />
      </div>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setChoosing(false)}>
        {t('person.stayAnonymous')}
      </Button>
    </div>
  ) : (
    <KeyButton
      keys="F3"
      variant="default"
      size="xs"
      leftSection={<IconUserPlus size={18} aria-hidden />}
      onClick={open}
    >
      {t('person.attach')}
    </KeyButton>
  );
}
