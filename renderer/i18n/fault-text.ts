import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault } from '../rpc/fault.ts';
import { german } from './resources.ts';

/** The reasons with one text; `paused` has one for a second and one for several. */
type RuleReason = Exclude<keyof typeof german.faults.RULE, `paused_${string}`>;
type UnavailableReason = keyof typeof german.faults.UNAVAILABLE;

function isKnown<T extends object>(texts: T, reason: string | null): reason is Extract<keyof T, string> {
  return reason !== null && Object.hasOwn(texts, reason);
}

function ruleReason(reason: string | null): RuleReason {
  if (!isKnown(german.faults.RULE, reason) || reason === 'paused_one' || reason === 'paused_other') return 'other';
  return reason;
}

/** What happened, what was kept and what to do, for any fault. A reason without a text of its own gets the code's. */
export function faultText(t: TFunction<'faults'>, fault: Fault): string {
  switch (fault.code) {
    case 'RULE': {
      if (fault.reason === 'paused') return t('RULE.paused', { count: fault.retryAfterSeconds ?? 0 });
      return t(`RULE.${ruleReason(fault.reason)}`);
    }
    case 'UNAVAILABLE': {
      const reason: UnavailableReason = isKnown(german.faults.UNAVAILABLE, fault.reason) ? fault.reason : 'other';
      return t(`UNAVAILABLE.${reason}`);
    }
    case 'INTERNAL':
      return fault.incident ? t('INTERNAL', { incident: fault.incident }) : t('INTERNAL_WITHOUT_NUMBER');
    default:
      return t(fault.code);
  }
}

/** `faultText` in the language of the moment. */
export function useFaultText(): (fault: Fault) => string {
  const { t } = useTranslation('faults');
  return useCallback((fault: Fault) => faultText(t, fault), [t]);
}
