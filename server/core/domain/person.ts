import {singleLine} from './plain-text.js';

interface NamedPerson {
  username: string;
  nickname: string;
  firstName: string;
  lastName: string;
}

/** The name by which people know somebody: full name, else nickname, else username. Plain text, not Markdown. */
export function displayName(person: NamedPerson): string {
  const fullName = singleLine(`${person.firstName} ${person.lastName}`);
  return fullName || singleLine(person.nickname) || person.username;
}
