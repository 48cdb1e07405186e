import type { OfficeSetUp, RecoverySheet } from '../../shared/office/office.contract.ts';
import type { DeskClient } from './desk-client.ts';

/**
 * Sets an office up as a person does who types the asked groups back from both recovery sheets. Resolves to the sheets.
 * Throws the contract's faults.
 */
export async function setUpOffice(
  client: DeskClient,
  answers: OfficeSetUp,
): Promise<Record<'city' | 'partner', RecoverySheet>> {
  const { setUpId, sheets } = await client.office.beginSetUp(answers);
  const sheetOf = (employer: 'city' | 'partner'): RecoverySheet => {
    const sheet = sheets.find((each) => each.employer === employer);
    if (!sheet) throw new Error('Each employer has a sheet');
    return sheet;
  };
  const [city, partner] = [sheetOf('city'), sheetOf('partner')];
  await client.office.completeSetUp({ setUpId, typed: { city: typedGroups(city), partner: typedGroups(partner) } });
  return { city, partner };
}

/** The groups of five characters that the assistant asks for, as they stand on the sheet. */
function typedGroups(sheet: RecoverySheet): string[] {
  const groups = sheet.identity.match(/.{1,5}/g) ?? [];
  return sheet.askedGroups.map((number) => groups[number - 1] ?? '');
}
