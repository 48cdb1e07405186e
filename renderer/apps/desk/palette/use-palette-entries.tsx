import { IconBuilding, IconTicket, IconUser, IconWand, type TablerIcon } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { matchesWords } from '../../../../shared/kernel/matches-words.ts';
import { useRight, useSession } from '../../../access/session-store.ts';
import { useCatalogue } from '../../../i18n/catalogue-labels.ts';
import { selectTicket } from '../../../queue/selected-ticket.ts';
import { useQueueDay } from '../../../queue/use-queue-day.ts';
import { orpc } from '../../../rpc/client.ts';
import { keyLayers } from '../../../ui/keyboard/key-layers.ts';
import { keyName } from '../../../ui/keyboard/key-names.ts';
import { useDebounced } from '../../../ui/use-debounced.ts';
import { routes } from '../routes.tsx';
import { useFoundElsewhere } from './use-found-elsewhere.tsx';

export interface PaletteEntry {
  id: string;
  title: string;
  detail?: ReactNode;
  keyName?: string;
  icon: TablerIcon;
  run: () => void;
}

export interface PaletteGroup {
  title: string;
  entries: PaletteEntry[];
}

const MOST_PER_GROUP = 6;

/** What the palette offers for these words. What the office finds comes as it is typed; the rest is known here already. */
export function usePaletteEntries(words: string): { groups: PaletteGroup[]; isSearching: boolean } {
  const { t } = useTranslation();
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const { topic, language } = useCatalogue();
  const [, navigate] = useLocation();
  const asked = useDebounced(words.trim(), 120);
  const mayReadPeople = useRight('people.read');
  const mayReadPartners = useRight('partners.read');
  const mayWorkQueue = useRight('queue.work');
  const people = useQuery({
    ...orpc.people.search.queryOptions({ input: { words: asked } }),
    enabled: mayReadPeople && asked.length >= 2,
    placeholderData: keepPreviousData,
  });
  const partners = useQuery({
    ...orpc.partners.list.queryOptions({ input: {} }),
    enabled: mayReadPartners && asked.length >= 2,
  });
  const elsewhere = useFoundElsewhere(asked);
  const day = useQueueDay();
  // Taken when the palette opens: the sheet mutes the screen's keys while it is there.
  const [bindings] = useState(() => keyLayers.labelled());

  const tickets = (mayWorkQueue ? (day.data?.tickets ?? []) : [])
    .map((ticket) => ({
      id: ticket.id,
      title: ticket.person ? `${ticket.label} · ${ticket.person.name}` : ticket.label,
      detail: [language(ticket.spoken), ...ticket.topics.map(topic)].join(' · '),
      icon: IconTicket,
      run: () => {
        selectTicket(ticket.id);
        navigate('/');
      },
    }))
    .filter((entry) => words.trim() !== '' && matchesWords(`${entry.title} ${entry.detail}`, words));
  const commands = bindings
    .map((binding) => ({
      id: `key-${binding.keys}`,
      title: binding.label ?? '',
      keyName: keyName(t, binding.keys),
      icon: IconWand,
      run: binding.run,
    }))
    .filter((entry) => matchesWords(entry.title, words));
  const screens = routes
    // A path with parameters leads nowhere without them.
    .filter((route) => !route.path.includes(':') && (route.needs === null || session.rights.includes(route.needs)))
    .map((route) => ({
      id: `screen-${route.path}`,
      title: desk(route.titleKey),
      icon: route.icon,
      run: () => navigate(route.path),
    }))
    .filter((entry) => matchesWords(entry.title, words));
  const peopleFound = (asked.length >= 2 ? (people.data?.hits ?? []) : []).map((hit) => ({
    id: hit.id,
    title: hit.name,
    detail: [hit.ownScriptName, hit.bornYear, hit.district].filter(Boolean).join(' · '),
    icon: IconUser,
    run: () => navigate(`/people/${hit.id}`),
  }));
  const partnersFound = (partners.data?.partners ?? [])
    .filter((partner) => words.trim() !== '' && matchesWords(partner.name, words))
    .map((partner) => ({
      id: partner.id,
      title: partner.name,
      detail: partner.phone,
      icon: IconBuilding,
      run: () => navigate('/partners'),
    }));

  const groups = [
    { title: t('palette.people'), entries: peopleFound },
    { title: t('palette.tickets'), entries: tickets },
    { title: t('palette.appointments'), entries: elsewhere.appointments },
    { title: t('palette.steps'), entries: elsewhere.steps },
    { title: t('palette.letters'), entries: elsewhere.letters },
    { title: t('palette.notes'), entries: elsewhere.notes },
    { title: t('palette.partners'), entries: partnersFound },
    { title: t('palette.screens'), entries: screens },
    { title: t('palette.commands'), entries: commands },
  ];
  return {
    groups: groups
      .filter((group) => group.entries.length > 0)
      .map((group) => ({ ...group, entries: group.entries.slice(0, MOST_PER_GROUP) })),
    isSearching: people.isFetching || elsewhere.isSearching || asked !== words.trim(),
  };
}
