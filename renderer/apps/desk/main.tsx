import '../../rpc/zod-without-eval.ts';
import './start-line.ts';
import '@mantine/core/styles.css';
import '../../ui/fonts.css';
import '../../ui/base.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { forgetSession } from '../../access/lock.ts';
import { startI18n } from '../../i18n/i18n.ts';
import { connection, orpc } from '../../rpc/client.ts';
import { createQueryClient } from '../../rpc/query-client.ts';
import { onSignedOut } from '../../rpc/signed-out.ts';
import { listenForKeys } from '../../ui/keyboard/key-layers.ts';
import { cssVariables, theme } from '../../ui/theme.ts';
import { DeskApp } from './desk-app.tsx';

startI18n();
listenForKeys();
const queryClient = createQueryClient(connection);
onSignedOut(() => forgetSession(queryClient));
// Asked before the first frame is drawn; the screen finds the answer, or that it was asked.
void queryClient.prefetchQuery(orpc.office.status.queryOptions({ input: {} }));

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="light">
      <QueryClientProvider client={queryClient}>
        <DeskApp />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
