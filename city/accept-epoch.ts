import { LAST_EPOCH } from '../shared/bundle/bundle-format.ts';
import { CityMistake } from './city-mistake.ts';
import { findAcceptedEpoch, updateAcceptedEpoch } from './database/bundle-ledger.ts';
import type { CityDatabase } from './database/city-database.ts';
import { withCityDatabase } from './database/with-city-database.ts';

/**
 * Accepts a new epoch of an office that was restored from a backup. From the next `receive` on its bundles are loaded,
 * and those of earlier epochs are refused.
 *
 * @throws CityMistake for an unknown office, or an epoch that is not later than the accepted one: an epoch is never
 *   reopened.
 */
export async function acceptEpoch(options: {
  database: string | CityDatabase;
  office: string;
  epoch: number;
}): Promise<void> {
  const { office, epoch } = options;
  if (!Number.isInteger(epoch) || epoch < 1 || epoch > LAST_EPOCH) throw new CityMistake(`not an epoch: ${epoch}`);
  await withCityDatabase(options.database, (database) =>
    database.transaction(async (tx) => {
      const accepted = await findAcceptedEpoch(tx, office);
      if (accepted === null)
        throw new CityMistake(`no bundle of an office ${JSON.stringify(office)} was ever received`);
      if (epoch <= accepted) throw new CityMistake(`epoch ${accepted} of ${office} is accepted already`);
      await updateAcceptedEpoch(tx, office, epoch);
    }),
  );
}
