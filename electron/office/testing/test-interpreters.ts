import type { InterpreterFields } from '../../../shared/interpreters/interpreters.contract.ts';

/** A volunteer for Sorani and Persian, Monday mornings. */
export const nadia: InterpreterFields = {
  kind: 'volunteer',
  name: 'Frau Nadeem',
  phone: '0231 000-77',
  gender: 'w',
  languages: ['ckb', 'fa'],
  topicsNotTaken: ['residence'],
  hours: [{ weekday: 1, from: '08:00', to: '12:00' }],
  remark: '',
};

/** A telephone service for Sorani and Tigrinya. */
export const line: InterpreterFields = {
  ...nadia,
  kind: 'telephone',
  name: 'Telefondienst',
  languages: ['ckb', 'ti'],
  hours: [],
};
