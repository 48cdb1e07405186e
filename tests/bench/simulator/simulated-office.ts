/** An invented office: who comes, who sits there, how long talks last. Minutes throughout. */
export interface SimulatedOffice {
  desks: readonly SimulatedDesk[];
  /** Share of the clients by language. */
  languages: Readonly<Record<string, number>>;
  topics: Readonly<Record<string, { share: number; minutes: number }>>;
  /** How much longer a talk in this language takes; 1 where it is not named. */
  languageFactor: Readonly<Record<string, number>>;
  /** Sigma of the logarithm of a talk's length. */
  serviceSigma: number;
  /** Share of talks that take three to six times as long. */
  longTalkShare: number;
  clientsPerDay: number;
  /** How unequal days are: sigma of the logarithm of a day's clients. */
  daySigma: number;
  appointmentShare: number;
  urgentShare: number;
  /** When the door opens, and the shortest and longest time for which it is open. */
  windows: readonly { opensAt: number; minutes: readonly [number, number] }[];
  /** Share of the walk-ins that come in groups of two to four at once. */
  burstShare: number;
  /** Share of the walk-ins that would give up, and after how long on average. */
  impatientShare: number;
  patienceMinutes: number;
  /** Between two talks: the note, the way of the next. */
  gapMinutes: number;
  /** How often each desk is not staffed on a day; never two at once. */
  absentShare: number;
}

export interface SimulatedDesk {
  name: string;
  languages: readonly string[];
  /** How long talks take here; 1 is usual. */
  pace: number;
}

/** The office that figures are taken in: 3 desks, 6 languages, about 40 clients a day in two windows of two to three hours. */
export const USUAL_OFFICE: SimulatedOffice = {
  desks: [
    { name: '1', languages: ['de', 'en', 'ar'], pace: 1 },
    { name: '2', languages: ['de', 'ar', 'kmr'], pace: 0.9 },
    { name: '3', languages: ['de', 'en', 'fa', 'ckb'], pace: 1.1 },
  ],
  languages: { de: 0.28, ar: 0.26, en: 0.16, fa: 0.09, kmr: 0.14, ckb: 0.07 },
  topics: {
    'form-help': { share: 0.3, minutes: 11 },
    'power-gas': { share: 0.12, minutes: 18 },
    kita: { share: 0.14, minutes: 22 },
    'school-enrolment': { share: 0.1, minutes: 21 },
    authorities: { share: 0.16, minutes: 28 },
    residence: { share: 0.1, minutes: 33 },
    housing: { share: 0.08, minutes: 30 },
  },
  languageFactor: { de: 0.9, en: 1, ar: 1, fa: 1.1, kmr: 1.1, ckb: 1.15 },
  serviceSigma: 0.5,
  longTalkShare: 0,
  clientsPerDay: 40,
  daySigma: 0.12,
  appointmentShare: 0.15,
  urgentShare: 0.06,
  windows: [
    { opensAt: 0, minutes: [120, 180] },
    { opensAt: 300, minutes: [120, 180] },
  ],
  burstShare: 0.1,
  impatientShare: 0.12,
  patienceMinutes: 55,
  gapMinutes: 1.2,
  absentShare: 0,
};

/** What the model of an office gets wrong, by name: the same office with one thing different. */
export const MISSPECIFIED: Readonly<Record<string, Partial<SimulatedOffice>>> = {
  usual: {},
  'talks vary little': { serviceSigma: 0.3 },
  'talks vary more': { serviceSigma: 0.85 },
  'a few very long talks': { longTalkShare: 0.06 },
  'people come in bursts': { burstShare: 0.6, daySigma: 0.3 },
  'a desk is often missing': { absentShare: 0.15, clientsPerDay: 32 },
  'many give up': { impatientShare: 0.45, patienceMinutes: 30 },
  'one desk': {
    desks: [{ name: '1', languages: ['de', 'en', 'ar', 'kmr', 'fa', 'ckb'], pace: 1 }],
    clientsPerDay: 13,
  },
  'two desks': {
    desks: [
      { name: '1', languages: ['de', 'en'], pace: 1 },
      { name: '2', languages: ['de', 'ar', 'kmr', 'fa', 'ckb'], pace: 1 },
    ],
    languages: { de: 0.4, en: 0.15, ar: 0.2, kmr: 0.1, fa: 0.1, ckb: 0.05 },
    clientsPerDay: 24,
  },
  'five desks': {
    desks: [
      { name: '1', languages: ['de', 'en', 'ar'], pace: 1 },
      { name: '2', languages: ['de', 'ar', 'kmr'], pace: 0.9 },
      { name: '3', languages: ['de', 'en', 'fa', 'prs'], pace: 1.1 },
      { name: '4', languages: ['de', 'tr', 'kmr'], pace: 1 },
      { name: '5', languages: ['de', 'uk', 'ru', 'ckb'], pace: 1.2 },
    ],
    languages: { de: 0.25, ar: 0.2, en: 0.1, fa: 0.08, prs: 0.04, kmr: 0.08, tr: 0.08, uk: 0.08, ru: 0.05, ckb: 0.04 },
    clientsPerDay: 62,
  },
  'a quiet office': { clientsPerDay: 18 },
};
