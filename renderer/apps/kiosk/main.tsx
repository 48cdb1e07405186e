import '../../rpc/zod-without-eval.ts';
import '../../ui/fonts.css';
import '../../screen/screen.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { KioskApp } from '../../kiosk/kiosk-app.tsx';
import { createScreenLine } from '../../rpc/screen-client.ts';
import { createFeed } from '../../screen/feed.ts';
import { createScreenSession } from '../../screen/screen-session.ts';
import { findTokenStore } from '../../screen/token-store.ts';

const { client, connection } = createScreenLine('kiosk');
const session = createScreenSession(client, connection, findTokenStore());
const feed = createFeed(client, session, () => client.welcome({}));
session.start();
feed.start();

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root');
createRoot(root).render(
  <StrictMode>
    <KioskApp client={client} session={session} feed={feed} />
  </StrictMode>,
);
