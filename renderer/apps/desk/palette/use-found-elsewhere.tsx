import { IconCalendar, IconChecklist, IconMail, IconNote, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { isSearchable } from '../../../../shared/search/search.rules.ts';
import { useRight } from '../../../access/session-store.ts';
import { openAppointment } from '../../../appointments/appointment-sheets.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { orpc } from '../../../rpc/client.ts';
import { MarkedText } from '../../../search/marked-text.tsx';
import { leaveSearchIntent } from '../../../search/search-intent.ts';
import { useNoteSearch } from '../../../search/use-note-search.ts';
import type { PaletteEntry } from './use-palette-entries.tsx';

/** So many notes stand in the palette; the search page has the others. */
const NOTES_SHOWN = 4;

/** Letters, open steps, appointments and notes in which the words stand, as far as this person may see them. */
export function useFoundElsewhere(words: string) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { date, shortDate, instantDay } = useFormats();
  const mayReadNotes = useRight('consultations.write');
  const isAsked = isSearchable(words);
  const elsewhere = useQuery({
    ...orpc.search.elsewhere.queryOptions({ input: { words }, enabled: isAsked }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
  const search = useNoteSearch(words, undefined, mayReadNotes);
  const found = isAsked ? elsewhere.data : undefined;

  const openNotes = (noteId: string | null) => {
    leaveSearchIntent({ words, noteId });
    navigate('/search');
  };
  const joined = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ');
  const letters: PaletteEntry[] = (found?.letters ?? []).map((letter) => ({
    id: letter.id,
    title: letter.subject,
    detail: joined(letter.personName, t('palette.partner', { name: letter.partnerName })),
    icon: IconMail,
    run: () => navigate(`/letters/${letter.id}`),
  }));
  const steps: PaletteEntry[] = (found?.steps ?? []).map((step) => ({
    id: step.id,
    title: step.what,
    detail: joined(step.person?.name, step.dueOn && t('palette.due', { day: date(step.dueOn) })),
    icon: IconChecklist,
    run: () => navigate(step.person ? `/people/${step.person.id}` : '/'),
  }));
  const appointments: PaletteEntry[] = (found?.appointments ?? []).map((appointment) => ({
    id: appointment.id,
    title: `${shortDate(appointment.day)} ${appointment.from}`,
    detail: joined(appointment.people.map(({ name }) => name).join(', '), appointment.note),
    icon: IconCalendar,
    run: () => openAppointment(appointment.id),
  }));
  const notes: PaletteEntry[] = search.hits.slice(0, NOTES_SHOWN).map((hit) => ({
    id: hit.noteId,
    title: joined(instantDay(hit.writtenAt), hit.person?.name),
    detail: <MarkedText pieces={hit.snippet} />,
    icon: IconNote,
    run: () => openNotes(hit.noteId),
  }));
  if (search.hits.length > 0)
    notes.push({
      id: 'all-notes',
      title: t('palette.allNotes', { words }),
      icon: IconSearch,
      run: () => openNotes(null),
    });
  return { letters, steps, appointments, notes, isSearching: isAsked && (elsewhere.isFetching || !search.settled) };
}
