import * as z from 'zod';

/** People whom a button carries to its press: `name=id` each, as Mattermost found them; without an id: it did not. */
export const heldPeople = z.string();

interface NamedPeople {
  names: readonly string[];
  mentions: ReadonlyMap<string, string>;
}

/** User names have no such characters. */
export const holdPeople = ({names, mentions}: NamedPeople): string =>
  names.map((name) => `${name}=${mentions.get(name.toLowerCase()) ?? ''}`).join(' ');

export function readPeople(held: string): NamedPeople {
  const pairs = held.split(' ').filter((pair) => pair !== '');
  const people = pairs.map((pair) => pair.split('=') as [string, string]);
  return {
    names: people.map(([name]) => name),
    mentions: new Map(people.filter(([, id]) => id !== '').map(([name, id]) => [name.toLowerCase(), id])),
  };
}
