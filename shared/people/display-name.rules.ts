/** The parts of a name that a screen needs. */
export interface NamedPerson {
  givenName: string;
  familyName: string;
  ownScriptName: string;
}

/** A person's name as every screen shows it: given name, family name; the own script where there is neither. */
export function displayName(person: NamedPerson): string {
  const name = [person.givenName, person.familyName].filter((part) => part !== '').join(' ');
  return name === '' ? person.ownScriptName : name;
}
