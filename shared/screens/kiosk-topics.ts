/**
 * The topics that a kiosk offers, in this order: those that people come with most, and a picture for everything else.
 * More pictures than these nobody tells apart while others wait behind; the desk corrects the topic.
 */
export const KIOSK_TOPICS = [
  'form-help',
  'authorities',
  'residence',
  'housing',
  'money-debt',
  'power-gas',
  'kita',
  'school',
  'german-course',
  'job-search',
  'health-access',
  'other',
] as const;
