/** All offices lie in one zone; the queue's day and the slip's time are local to it. */
export const OFFICE_TIME_ZONE = 'Europe/Berlin';
