import { Button, Menu, Text } from '@mantine/core';
import { IconTemplate } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { emptyHeadings, withHeadings } from '../../shared/note-work/note-template.rules.ts';
import { orpc } from '../rpc/client.ts';

interface TemplateMenuProps {
  text: string;
  onInsert: (text: string) => void;
}

/** Puts the headings of one of the office's templates into the note. Nothing but headings: what is said stays to be said. */
export function TemplateMenu({ text, onInsert }: TemplateMenuProps) {
  const { t } = useTranslation('note-work');
  const templates = useQuery(orpc.noteWork.templates.queryOptions({ input: {} }));
  const all = templates.data?.templates ?? [];
  if (all.length === 0) return null;
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconTemplate size={16} aria-hidden />}>
          {t('template.insert')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {all.map((template) => (
          <Menu.Item key={template.id} onClick={() => onInsert(withHeadings(text, template.headings))}>
            {template.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Which headings have nothing under them yet. */
export function EmptyHeadings({ text }: { text: string }) {
  const { t } = useTranslation('note-work');
  const templates = useQuery(orpc.noteWork.templates.queryOptions({ input: {} }));
  const empty = emptyHeadings(
    text,
    (templates.data?.templates ?? []).flatMap(({ headings }) => headings),
  );
  if (empty.length === 0) return null;
  return (
    <Text size="sm" c="var(--urgent-text)" role="status">
      {t('template.empty', { headings: empty.join(', ') })}
    </Text>
  );
}
