import { Group, PasswordInput, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../shared/kernel/instants.ts';
import { isWeakPin, PIN_DIGITS } from '../../shared/profile-cards/pin.rules.ts';

/** A PIN as the client typed it, twice. */
export interface Pins {
  pin: string;
  again: string;
}

/** What is wrong with the PIN that was typed; null: nothing. */
export function pinProblem({ pin, again }: Pins, bornOn: LocalDate | null): 'length' | 'weak' | 'differs' | null {
  if (pin.length !== PIN_DIGITS) return 'length';
  if (isWeakPin(pin, bornOn)) return 'weak';
  return pin === again ? null : 'differs';
}

const digitsOf = (typed: string): string => typed.replace(/\D/g, '').slice(0, PIN_DIGITS);

/** Two fields for the client to type a PIN of their own into. */
export function PinFields({
  pins,
  onChange,
  problem,
}: {
  pins: Pins;
  onChange: (pins: Pins) => void;
  problem: ReturnType<typeof pinProblem>;
}) {
  const { t } = useTranslation('profile-cards');
  return (
    <div>
      <Group grow align="flex-start" gap="sm">
        <PinField
          label={t('pin.choose')}
          value={pins.pin}
          error={problem === 'length' || problem === 'weak' ? t(`pin.${problem}`) : null}
          onChange={(pin) => onChange({ ...pins, pin })}
        />
        <PinField
          label={t('pin.again')}
          value={pins.again}
          error={problem === 'differs' ? t('pin.differs') : null}
          onChange={(again) => onChange({ ...pins, again })}
        />
      </Group>
      <Text size="sm" c="dimmed" mt={4}>
        {t('pin.help')}
      </Text>
    </div>
  );
}

interface PinFieldProps {
  label: string;
  value: string;
  error: string | null;
  onChange: (pin: string) => void;
  /** Whether it takes the focus when it comes. */
  takesFocus?: boolean;
}

/** One PIN: digits alone, hidden from those who stand around. */
export function PinField({ label, value, error, onChange, takesFocus = false }: PinFieldProps) {
  const { t } = useTranslation('profile-cards');
  return (
    <PasswordInput
      label={label}
      inputMode="numeric"
      autoComplete="off"
      autoFocus={takesFocus}
      aria-invalid={error !== null}
      visibilityToggleButtonProps={{ 'aria-label': t('pin.show') }}
      value={value}
      error={error}
      onChange={(event) => onChange(digitsOf(event.currentTarget.value))}
    />
  );
}
