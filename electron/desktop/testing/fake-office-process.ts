import type { MessagePortMain, UtilityProcess } from 'electron';
import type { ToOffice } from '../../../shared/desktop/shell-messages.ts';
import type { OfficeProcess } from '../office-bridge.ts';
import { createEvents } from './events.ts';

/** An office process that only remembers what it was told. */
export interface FakeOfficeProcess {
  /** As the bridge has it. */
  process: OfficeProcess;
  told: { message: ToOffice; ports: MessagePortMain[] }[];
  isKilled(): boolean;
  /** Lets it say something; what it says need not be right. */
  say(message: unknown): void;
  end(): void;
}

export function fakeOfficeProcess(): FakeOfficeProcess {
  const events = createEvents();
  const told: FakeOfficeProcess['told'] = [];
  let isKilled = false;
  const end = (): void => void events.happen('exit', 0);
  return {
    process: {
      on: events.on as unknown as UtilityProcess['on'], // see events.ts
      postMessage: (message, ports = []) => void told.push({ message, ports }),
      kill: () => {
        isKilled = true;
        end();
        return true;
      },
    },
    told,
    isKilled: () => isKilled,
    say: (message) => void events.happen('message', message),
    end,
  };
}
