import {singleLine} from './plain-text.js';

interface NamedPerson {
  username: string;
  nickname: string;
  firstName: string;
  lastName: string;
}

/** The name that people call somebody by: full name, else nickname, else username. Plain text, not Markdown. */
export function displayName(person: NamedPerson): string {
  const fullName = `${person.firstName} ${person.lastName}`.trim();
  return singleLine(fullName || person.nickname.trim() || person.username);
}
