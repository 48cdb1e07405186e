import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnerFields, PartnerView } from '../../shared/partners/partners.contract.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { Message } from '../ui/message.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Sheet } from '../ui/sheet.tsx';
import { NEW_PARTNER, PartnerForm } from './partner-form.tsx';

interface AddPartnerProps {
  /** The topic that a partner was missed for. */
  topic?: string | null;
  onClose: () => void;
  onAdded?: (id: string) => void;
}

/** Adds a partner organisation. */
export function AddPartnerSheet({ topic = null, onClose, onAdded }: AddPartnerProps) {
  const { t } = useTranslation('partners');
  const create = useCommand(orpc.partners.create, {
    onDone: ({ id }) => {
      showNotice({ kind: 'done', text: t('added') });
      onAdded?.(id);
      onClose();
    },
  });
  return (
    <Sheet title={t('add')} size="lg" closeOnClickOutside={false} onClose={onClose}>
      <PartnerForm
        start={topic === null ? NEW_PARTNER : { ...NEW_PARTNER, topics: [topic] }}
        submitLabel={t('add')}
        pending={create.pending}
        onCancel={onClose}
        onSubmit={(partner) => void create.run({ partner })}
      />
    </Sheet>
  );
}

function fieldsOf({ id: _id, revision: _revision, ...fields }: PartnerView): PartnerFields {
  return fields;
}

/**
 * Changes a partner. If a colleague was quicker, what they saved is told and the next try is made against it, so that
 * nobody overwrites what they have not been told of.
 */
export function ChangePartnerSheet({ partner, onClose }: { partner: PartnerView; onClose: () => void }) {
  const { t } = useTranslation('partners');
  const { topic } = useCatalogue();
  const [opened] = useState(partner);
  const [conflict, setConflict] = useState(false);
  const change = useCommand(orpc.partners.change, {
    onDone: () => {
      showNotice({ kind: 'done', text: t('changed') });
      onClose();
    },
    onFault: (fault) => {
      if (fault.code !== 'CONFLICT') return 'tell';
      setConflict(true);
      return 'shown';
    },
  });
  return (
    <Sheet title={t('change')} size="lg" closeOnClickOutside={false} onClose={onClose}>
      <Stack gap="sm">
        {conflict && (
          <Message kind="urgent" announce>
            {t('conflict')} {differences(fieldsOf(opened), fieldsOf(partner), (field) => t(`field.${field}`), topic)}
          </Message>
        )}
        <PartnerForm
          start={fieldsOf(opened)}
          submitLabel={conflict ? t('saveAnyway') : t('save')}
          pending={change.pending}
          onCancel={onClose}
          onSubmit={(fields) =>
            void change.run({
              id: partner.id,
              revision: conflict ? partner.revision : opened.revision,
              partner: fields,
            })
          }
        />
      </Stack>
    </Sheet>
  );
}

/** What somebody else changed, as "Telefon: 0231 50 · E-Mail: …". */
function differences(
  before: PartnerFields,
  now: PartnerFields,
  labelOf: (field: keyof PartnerFields) => string,
  topicWord: (id: string) => string,
): string {
  // The keys of an object literal of this type are those of the type.
  const fields = Object.keys(now) as (keyof PartnerFields)[];
  return fields
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(now[field]))
    .map(
      (field) => `${labelOf(field)}: ${field === 'topics' ? now.topics.map(topicWord).join(', ') : String(now[field])}`,
    )
    .join(' · ');
}
