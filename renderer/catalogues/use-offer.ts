import { useTranslation } from 'react-i18next';
import type { CatalogueKind } from '../../shared/catalogues/catalogues.rules.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { showUndoable } from '../ui/notices/notice-store.ts';

interface Entry {
  kind: CatalogueKind;
  id: string;
  /** Null: a central entry that was never switched. */
  revision: number | null;
}

/** Offers an entry or offers it no more; the bar at the bottom takes it back. */
export function useOffer() {
  const { t } = useTranslation('catalogues');
  const offer = useCommand(orpc.catalogues.offer);
  return async (entry: Entry, offered: boolean, name: string): Promise<void> => {
    const saved = await offer.run({ ...entry, offered });
    if (!saved) return;
    showUndoable({
      text: t(offered ? 'didOffer' : 'didSwitchOff', { name }),
      undo: async () => (await offer.run({ ...entry, revision: saved.revision, offered: !offered })) !== null,
    });
  };
}
