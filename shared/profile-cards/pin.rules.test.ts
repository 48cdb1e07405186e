import { expect, it } from 'vitest';
import { isWeakPin } from './pin.rules.ts';

it.each(['000000', '121212', '111222', '123456', '987654', '345678', '471471', '030490', '900403', '041990'])(
  'does not take %s',
  (pin) => {
    expect(isWeakPin(pin, '1990-04-03')).toBe(true);
  },
);

it.each(['471093', '204816', '030491'])('takes %s', (pin) => {
  expect(isWeakPin(pin, '1990-04-03')).toBe(false);
  expect(isWeakPin(pin, null)).toBe(false);
});
