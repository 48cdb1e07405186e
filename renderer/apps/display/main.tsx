import '../../rpc/zod-without-eval.ts';
import '../../ui/fonts.css';
import '../../screen/screen.css';
import '../../display/display.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { DisplayApp } from '../../display/display-app.tsx';
import { createScreenLine } from '../../rpc/screen-client.ts';
import { createFeed } from '../../screen/feed.ts';
import { createScreenSession } from '../../screen/screen-session.ts';
import { findTokenStore } from '../../screen/token-store.ts';

const { client, connection } = createScreenLine('display');
const session = createScreenSession(client, connection, findTokenStore());
const feed = createFeed(client, session, () => client.board({}));
session.start();
feed.start();

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root');
createRoot(root).render(
  <StrictMode>
    <DisplayApp session={session} feed={feed} />
  </StrictMode>,
);
