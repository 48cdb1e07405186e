import { expect, it } from 'vitest';
import { displayName } from './display-name.rules.ts';

it('says given and family name, one of them, or the own script', () => {
  expect(displayName({ givenName: 'Amal', familyName: 'Haddad', ownScriptName: 'أمل حداد' })).toBe('Amal Haddad');
  expect(displayName({ givenName: '', familyName: 'Haddad', ownScriptName: '' })).toBe('Haddad');
  expect(displayName({ givenName: 'Amal', familyName: '', ownScriptName: '' })).toBe('Amal');
  expect(displayName({ givenName: '', familyName: '', ownScriptName: 'أمل' })).toBe('أمل');
});
