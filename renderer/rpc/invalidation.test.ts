import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { beforeAll, expect, it, vi } from 'vitest';
import type * as Client from './client.ts';
import type * as Invalidation from './invalidation.ts';

// The line to the office is made when the module is loaded; nothing here calls over it.
vi.stubGlobal('window', { location: new URL('http://127.0.0.1/desk/') });
let rpc: typeof Client;
let invalidation: typeof Invalidation;
beforeAll(async () => {
  rpc = await import('./client.ts');
  invalidation = await import('./invalidation.ts');
});

const ID = '01900000-0000-7000-8000-000000000000';
const SEARCH = { words: 'miete', topic: null, from: null, to: null, employer: null, level: null };
/** What is answered with the text of notes, and beside it something that is not. */
const keys = () => ({
  talk: rpc.orpc.consultations.get.queryKey({ input: { contactId: ID } }),
  versions: rpc.orpc.consultations.noteVersions.queryKey({ input: { id: ID } }),
  timeline: rpc.orpc.people.timeline.queryKey({ input: { id: ID } }),
  search: rpc.orpc.search.notes.queryKey({ input: SEARCH }),
  person: rpc.orpc.people.get.queryKey({ input: { id: ID } }),
});
const byName = (a: string, b: string) => (a < b ? -1 : 1);
const WITH_NOTES = ['talk', 'versions', 'timeline', 'search'] as const;

it.each(['release', 'contact'])('forgets at a change of a %s the notes that no screen shows', async (entity) => {
  const queryClient = new QueryClient();
  const { person, ...withNotes } = keys();
  const all: readonly (readonly unknown[])[] = [...Object.values(withNotes), person];
  for (const queryKey of all) queryClient.setQueryData(queryKey, 'what it was');
  await invalidation.invalidateEntities(queryClient, new Set([entity]));
  for (const name of WITH_NOTES) expect([name, queryClient.getQueryData(withNotes[name])]).toEqual([name, undefined]);
  expect(queryClient.getQueryData(person)).toBe('what it was');
});

it.each(['release', 'contact'])('asks again at a change of a %s for the notes that a screen shows', async (entity) => {
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  const { person: _, ...withNotes } = keys();
  const asked: string[] = [];
  const screens = WITH_NOTES.map((name) => {
    const queryKey: readonly unknown[] = withNotes[name];
    queryClient.setQueryData(queryKey, 'what it was');
    const queryFn = () => {
      asked.push(name);
      return Promise.resolve('what it is now');
    };
    return new QueryObserver(queryClient, { queryKey, queryFn }).subscribe(() => {});
  });
  await invalidation.invalidateEntities(queryClient, new Set([entity]));
  expect(asked.toSorted(byName)).toEqual([...WITH_NOTES].toSorted(byName));
  for (const leave of screens) leave();
  queryClient.clear();
});
