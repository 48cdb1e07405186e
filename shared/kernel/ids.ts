import { z } from 'zod';

/** An opaque id (UUIDv7: sorts by the time it was made). */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

/** Made by the client for each command, so that a retry never doubles an effect. */
export const RequestId = z.uuid();

/** Counts the changes of a row, from 1. */
export const Revision = z.int().min(1);
