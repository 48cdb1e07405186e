import { z } from 'zod';
import { type Db, findRow, run, type Tx } from '../database/handles.ts';
import { conflict } from '../rpc/faults.ts';

const SettingsRow = z
  .strictObject({ revision: z.int(), way: z.string(), slot_minutes: z.int(), travel_minutes: z.int() })
  .transform((row) => ({
    revision: row.revision,
    way: row.way,
    slotMinutes: row.slot_minutes,
    travelMinutes: row.travel_minutes,
  }));
export type AppointmentSettings = z.infer<typeof SettingsRow>;

/** How one gets to the office, and what is proposed for a slot and for the way to a home visit. */
export function appointmentSettings(db: Db): AppointmentSettings {
  const sql = 'SELECT revision, way, slot_minutes, travel_minutes FROM appointment_settings WHERE singleton = 1';
  const settings = findRow(db, SettingsRow, sql);
  if (!settings) throw new Error('The row of settings is made by the migration');
  return settings;
}

/** Changes them. Throws CONFLICT. */
export function changeAppointmentSettings(tx: Tx, settings: AppointmentSettings): { revision: number } {
  const { revision } = appointmentSettings(tx);
  if (revision !== settings.revision) throw conflict(revision);
  run(
    tx,
    'UPDATE appointment_settings SET way = ?, slot_minutes = ?, travel_minutes = ?, revision = revision + 1 WHERE singleton = 1',
    settings.way,
    settings.slotMinutes,
    settings.travelMinutes,
  );
  tx.touch({
    entity: 'consulting-hours',
    id: 'settings',
    op: 'put',
    fields: ['way', 'slot_minutes', 'travel_minutes'],
    revision: revision + 1,
  });
  return { revision: revision + 1 };
}
