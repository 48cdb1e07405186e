import { describe, expect, it } from 'vitest';
import slip from '../../resources/locales/ckb/slip.json' with { type: 'json' };
import { countNativeChecks } from './native-checks.ts';

const files = { slip: { yourNumber: 'ژمارەکەتان', deep: { today: 'ئەمڕۆ' }, list: ['یەک', 'دوو'] } };

describe('countNativeChecks', () => {
  it('counts a check as long as the phrase reads as it was checked', () => {
    const check = { by: 'S. K.', on: '2026-11-22' };
    expect(countNativeChecks('ckb', files, {})).toEqual({ checked: 0, total: 4 });
    expect(
      countNativeChecks('ckb', files, {
        'slip:deep.today': { ...check, text: 'ئەمڕۆ' },
        'slip:list.1': { ...check, text: 'دوو' },
      }),
    ).toEqual({ checked: 2, total: 4 });
    expect(countNativeChecks('ckb', files, { 'slip:deep.today': { ...check, text: 'ئەمرۆ' } })).toEqual({
      checked: 0,
      total: 4,
    });
  });

  it('reads what is recorded: nothing has been checked yet', () => {
    expect(countNativeChecks('ckb', { slip })).toEqual({ checked: 0, total: Object.keys(slip).length });
  });
});
