import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Router, Switch, Route as WouterRoute } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { forgetKeptOfOthers } from '../../../access/kept-entry.ts';
import { lockDesk } from '../../../access/lock.ts';
import { useRight, useSession } from '../../../access/session-store.ts';
import { useIdleLock } from '../../../access/use-idle-lock.ts';
import { openBooking } from '../../../appointments/appointment-sheets.ts';
import { AppointmentSheets } from '../../../appointments/open-sheets.tsx';
import { BlankScreen } from '../../../client-look/blank-screen.tsx';
import { openDeskSheet } from '../../../queue/desk-sheet.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { CheatSheet } from '../../../ui/keyboard/cheat-sheet.tsx';
import { useKeys } from '../../../ui/keyboard/use-keys.tsx';
import { undoNewest } from '../../../ui/notices/notice-store.ts';
import { SkeletonLines } from '../../../ui/skeleton-lines.tsx';
import { Palette } from '../palette/palette.tsx';
import { loadDeskScreen, routes } from '../routes.tsx';
import classes from './app-frame.module.css';
import { BottomBar } from './bottom-bar.tsx';
import { Header } from './header.tsx';
import { Navigation } from './navigation.tsx';

/** Reads the screen that comes after the sign-in. */
export const loadFirstScreen = (): Promise<unknown> => loadDeskScreen();

/** Everything around a screen for somebody who is signed in: header, navigation, the bar at the bottom and the keys of all screens. */
export default function AppFrame() {
  const { t } = useTranslation();
  const { t: queue } = useTranslation('queue');
  const { t: door } = useTranslation('interpreters');
  const { t: appointments } = useTranslation('appointments');
  const session = useSession();
  const mayWorkQueue = useRight('queue.work');
  const mayTalk = useRight('consultations.write');
  const mayBook = useRight('appointments.work');
  const queryClient = useQueryClient();
  const [opened, setOpened] = useState<'palette' | 'keys' | null>(null);
  const lock = () => void lockDesk(queryClient);
  useIdleLock(session.idleLockMinutes, lock);
  useEffect(() => forgetKeptOfOthers(session.staffId), [session.staffId]);
  const undo = () => void undoNewest((text) => t('undone', { what: text }));
  useKeys([
    {
      keys: 'F1',
      label: t('cheatSheet.title'),
      run: () => setOpened((now) => (now === 'keys' ? null : 'keys')),
      everywhere: true,
    },
    mayWorkQueue && { keys: 'F2', label: queue('newTicket'), run: () => openDeskSheet({ sheet: 'check-in' }) },
    mayWorkQueue && { keys: 'shift+F2', label: door('door.title'), run: () => openDeskSheet({ sheet: 'door' }) },
    mayWorkQueue &&
      mayTalk && { keys: 'F10', label: queue('tally.title'), run: () => openDeskSheet({ sheet: 'tally' }) },
    mayWorkQueue && { keys: 'mod+F2', label: queue('paper.title'), run: () => openDeskSheet({ sheet: 'paper' }) },
    mayBook && { keys: 'F8', label: appointments('book'), run: () => openBooking({}) },
    { keys: 'mod+k', label: t('search'), run: () => setOpened('palette') },
    { keys: 'mod+l', label: t('lock'), run: lock, everywhere: true },
    // In a field Ctrl Z belongs to the text.
    { keys: 'mod+z', label: t('undo'), run: undo, inFields: false },
  ]);
  return (
    <Router hook={useHashLocation}>
      <div className={classes.frame}>
        <a href="#main" className={classes.skip} onClick={skipToMain}>
          {t('skipToContent')}
        </a>
        <Header onSearch={() => setOpened('palette')} onLock={lock} />
        <Navigation />
        <main id="main" tabIndex={-1} className={classes.main}>
          <Suspense fallback={<SkeletonLines lines={6} height={32} />}>
            <Switch>
              {routes
                .filter((route) => route.needs === null || session.rights.includes(route.needs))
                .map((route) => (
                  <WouterRoute key={route.path} path={route.path} component={route.screen} />
                ))}
              <WouterRoute>
                <EmptyState title={t('nothingHere')} hint={t('nothingHereHint')} />
              </WouterRoute>
            </Switch>
          </Suspense>
        </main>
        <BottomBar onUndo={undo} onKeys={() => setOpened('keys')} />
      </div>
      <BlankScreen />
      {mayBook && <AppointmentSheets />}
      {opened === 'palette' && <Palette onClose={() => setOpened(null)} />}
      {opened === 'keys' && <CheatSheet onClose={() => setOpened(null)} />}
    </Router>
  );
}

function skipToMain(event: React.MouseEvent): void {
  // The address after # belongs to the router.
  event.preventDefault();
  document.getElementById('main')?.focus();
}
