import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../shared/people/people.contract.ts';
import { Sheet } from '../ui/sheet.tsx';
import { IssueForm } from './issue-form.tsx';
import { Issued, type IssuedCard } from './issued.tsx';

/** A new card: what goes on it, the client's PIN, the print; then whether a scanner reads it. */
export function IssueSheet({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const { t } = useTranslation('profile-cards');
  const [issued, setIssued] = useState<IssuedCard | null>(null);
  return (
    <Sheet
      title={t('issue.title')}
      size={issued ? 'lg' : 'min(66rem, 96vw)'}
      closeOnClickOutside={false}
      onClose={onClose}
    >
      {issued ? (
        <Issued card={issued} onClose={onClose} />
      ) : (
        <IssueForm person={person} onIssued={setIssued} onClose={onClose} />
      )}
    </Sheet>
  );
}
