// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { startI18n } from '../../i18n/i18n.ts';
import { listenForKeys } from '../../ui/keyboard/key-layers.ts';
import { preparePage } from '../../ui/test-page.ts';
import { CheckInForm } from './check-in-form.tsx';
import { type CheckInEntry, EMPTY_ENTRY } from './entry.ts';

const user = userEvent.setup({ delay: null });

beforeAll(() => {
  preparePage();
  startI18n('de');
  listenForKeys();
});
afterEach(cleanup);

function Door({ onSubmit }: { onSubmit: (entry: CheckInEntry) => void }) {
  const [entry, setEntry] = useState(EMPTY_ENTRY);
  return (
    <CheckInForm
      entry={entry}
      onChange={setEntry}
      onSubmit={onSubmit}
      pending={false}
      submitLabel="Marke ausgeben"
      kindIsFixed={false}
    />
  );
}

function openDoor(): CheckInEntry[] {
  const submitted: CheckInEntry[] = [];
  const queryClient = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queryClient}>
        <Door onSubmit={(entry) => submitted.push(entry)} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return submitted;
}

test('an Arabic speaker with one topic is three keys after the sheet is open', async () => {
  const submitted = openDoor();
  await user.keyboard('2k{Enter}');
  expect(submitted).toEqual([{ ...EMPTY_ENTRY, spoken: 'ar', topics: ['kita'] }]);
});

test('space keeps the topic and goes on to the next', async () => {
  const submitted = openDoor();
  await user.keyboard('1strom wohnung{Enter}');
  expect(submitted[0]?.topics).toEqual(['power-gas', 'housing']);
});

test('without a language nothing is given out, and the form says so', async () => {
  const submitted = openDoor();
  await user.click(screen.getByRole('combobox', { name: 'Worum geht es?' }));
  await user.keyboard('k{Enter}');
  expect(submitted).toEqual([]);
  expect(screen.getByRole('alert').textContent).toContain('Bitte zuerst die Sprache');
});

test('letters that mean no topic give nothing out', async () => {
  const submitted = openDoor();
  await user.keyboard('2qqq{Enter}');
  expect(submitted).toEqual([]);
});

test('a digit in the note at the door is text, not a language', async () => {
  const submitted = openDoor();
  await user.keyboard('2');
  await user.type(screen.getByRole('textbox', { name: /Notiz an der Tür/ }), 'seit 5 Minuten{Enter}');
  expect(submitted[0]).toMatchObject({ spoken: 'ar', doorNote: 'seit 5 Minuten' });
});
