import type {Seed} from './mattermost/seed.js';
import type {NewUser} from './zoom/state/add-user.js';

/** Ids have Mattermost's form: 26 lower-case letters and digits. */
const id = (name: string): string => name.padEnd(26, '0');

const person = (username: string, first_name: string, last_name: string) => ({
  id: id(username),
  username,
  first_name,
  last_name,
  email: `${username}@example.com`,
});

const ana = person('ana', 'Ana', 'Silva');
const ben = person('ben', 'Ben', 'Okafor');
const zoe = person('zoe', 'Zoe', 'Marsh');
const gil = {...person('gil', 'Gil', 'Santos'), roles: 'system_guest'};
/** The administrator. */
export const ada = {...person('ada', 'Ada', 'Berg'), roles: 'system_user system_admin'};

const team_id = id('team');
const townSquare = {id: id('townsquare'), team_id, name: 'town-square', display_name: 'Town Square'};
const planning = {
  id: id('planning'),
  team_id,
  type: 'P',
  name: 'planning',
  display_name: 'Planning',
} as const;
const anaAndBen = {id: id('anaandben'), type: 'D', name: `${ana.id}__${ben.id}`, display_name: ''} as const;

const membersOf = (channel: {id: string}, users: readonly {id: string}[]) =>
  users.map((user) => ({channel_id: channel.id, user_id: user.id, scheme_guest: user === gil}));

const welcome = (lines: readonly string[]) => ({
  id: id('welcome'),
  channel_id: townSquare.id,
  user_id: ada.id,
  message: lines.join('\n'),
});

const OTHER_SIDE =
  '- The card that appears follows the meeting. At the right is the other side, Zoom: start the meeting there, let people join, end it.';
const WHO =
  '- At the top you choose who you are: Ana, a colleague, a guest, an administrator. A second window shows what others see.';

/** Who is in the sandbox's Mattermost, and where. */
export const people: Seed = {
  users: [ana, ben, zoe, gil, ada],
  channels: [townSquare, planning, anaAndBen],
  members: [
    ...membersOf(townSquare, [ana, ben, zoe, gil, ada]),
    ...membersOf(planning, [ana, ben, ada]),
    ...membersOf(anaAndBen, [ana, ben]),
  ],
  posts: [
    welcome([
      'Welcome. Type **`/zoom start Weekly planning`**, or press **Zoom** at the top of the channel.',
      OTHER_SIDE,
      WHO,
      '- As Ada you find the plugin’s page in the System Console. There you choose how Mattermost is connected to Zoom; after another choice, press the same kind of app on Zoom’s side.',
    ]),
  ],
};

/** The same people beside a service: only whom single sign-on vouches for may start meetings there. */
export const peopleOfService: Seed = {
  ...people,
  users: (people.users ?? []).map((user) => ({...user, auth_service: 'openid'})),
  posts: [
    welcome([
      'Welcome. Type **`/zoom start Weekly planning`**. No plugin is installed here: a service beside Mattermost answers.',
      OTHER_SIDE,
      WHO,
      '- The bot is in none of these channels. As a system administrator, which it is here, it posts in all of them, in the direct message, too.',
      '- A service reads its settings when it starts. `npm start -- --standalone --connection user` lets everybody connect their own Zoom account, `--connection account` one administrator for everyone.',
    ]),
  ],
};

/** What is said of the event site where there is one. */
export const tellOfEventSite = (origin: string): Seed => ({
  posts: [
    {
      id: id('eventsite'),
      channel_id: townSquare.id,
      user_id: ada.id,
      message: [
        `There is an event site, too, which knows nothing of this chat: ${origin}/`,
        '- As the host of a meeting, type **`/zoom stream-url`**. Paste the stream URL, which you alone get to read, on its page *Organiser*.',
        '- Its attendees join in the browser then, in a frame or not, as you choose there. Start the meeting at the right to let them in.',
      ].join('\n'),
    },
  ],
});

/**
 * Who of them is in Zoom: not Zoe, so that one sees what she is told, and not Gil, who is a guest. Ada owns the
 * account, and Ida another one.
 */
export const zoomUsers: readonly NewUser[] = [
  ...[ana, ben, ada].map((user): NewUser => ({
    email: user.email,
    firstName: user.first_name,
    lastName: user.last_name,
    role: user === ada ? 'owner' : 'member',
    // Webinars are bought for each person; without, one sees what they are told.
    hasWebinars: user === ana,
  })),
  {email: 'ida@example.net', firstName: 'Ida', lastName: 'Holm', role: 'owner', accountId: 'idas-account'},
];
