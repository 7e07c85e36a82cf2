import type {Seed} from './mattermost/seed.js';

/** Who and what there is in the sandbox; ids have Mattermost's form. */
const id = (name: string): string => name.padEnd(26, '0');

const person = (username: string, first_name: string, last_name = '') => ({
  id: id(username),
  username,
  first_name,
  last_name,
  email: `${username}@example.com`,
});

const USERS = {
  ana: person('ana', 'Ana', 'Silva'),
  ben: person('ben', 'Ben', 'Okafor'),
  /** Zoom does not know her. */
  zoe: person('zoe', 'Zoe'),
  gil: {...person('gil', 'Gil'), roles: 'system_guest'},
  ada: {...person('ada', 'Ada'), roles: 'system_user system_admin'},
};

const CHANNELS = {
  'town-square': {
    id: id('townsquare'),
    team_id: id('team'),
    name: 'town-square',
    display_name: 'Town Square',
  },
  planning: {
    id: id('planning'),
    team_id: id('team'),
    type: 'P' as const,
    name: 'planning',
    display_name: 'Planning',
  },
  'ana-and-ben': {id: id('anaandben'), type: 'D' as const, name: 'ana-and-ben', display_name: 'Ana and Ben'},
};

const MEMBERS: readonly (readonly [keyof typeof CHANNELS, readonly (keyof typeof USERS)[]])[] = [
  ['town-square', ['ana', 'ben', 'zoe', 'gil', 'ada']],
  ['planning', ['ana', 'ben', 'ada']],
  ['ana-and-ben', ['ana', 'ben']],
];

export const people: Seed = {
  users: Object.values(USERS),
  channels: Object.values(CHANNELS),
  members: MEMBERS.flatMap(([channel, users]) =>
    users.map((user) => ({channel_id: CHANNELS[channel].id, user_id: USERS[user].id})),
  ),
};

/** The Zoom users of the same company. */
export const zoomUsers = [USERS.ana, USERS.ben, USERS.ada].map(({email, first_name, last_name}) => ({
  email,
  firstName: first_name,
  lastName: last_name,
}));
