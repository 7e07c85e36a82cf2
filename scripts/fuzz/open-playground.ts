import {people} from '../../sandbox/people.js';
import {createSandbox} from '../../sandbox/sandbox.js';
import type {ZoomSimulator} from '../../sandbox/zoom/zoom-simulator.js';
import {ROUTES_PATH} from '../../contract/routes.js';
import {fillZoom} from './fill-zoom.js';
import type {KnownValues} from './name-known.js';

/** As whom the API is asked. */
export type Role = 'guest' | 'member' | 'admin';

const NAMES: Readonly<Record<Role, string>> = {guest: 'gil', member: 'ana', admin: 'ada'};

/** A running plugin with a filled Zoom beside it, and somebody who is signed in. */
export interface Playground {
  readonly role: Role;
  readonly zoom: ZoomSimulator;
  /** Who asks, in Zoom; `undefined`: they are not there. */
  readonly self: {id: string} | undefined;
  /** Below which the API lies. */
  readonly address: string;
  readonly authorization: string;
  /** Names of what exists. */
  readonly known: KnownValues;
  /** Of people whom nobody needs. */
  readonly spare: readonly string[];
  close(): Promise<void>;
}

/** Everything that an administrator can switch on is on. `folder`: the built plugin. */
export async function openPlayground(folder: string, role: Role): Promise<Playground> {
  const sandbox = await createSandbox({pluginDir: folder, settings: {AccountAPI: true}});
  const {mattermost, zoom} = sandbox;
  const inZoom = zoom.users.filter(({accountId}) => accountId === zoom.account.id);
  const known = fillZoom(zoom, inZoom, Date.now());
  const spare = Array.from({length: 10}, (_none, index) =>
    zoom.addUser({email: `spare${index}@example.com`, firstName: 'Spare', lastName: String(index)}),
  );
  const person = people.users?.find(({username}) => username === NAMES[role]);
  if (person === undefined) throw new Error(`Nobody is called ${NAMES[role]}.`);
  const channel = people.channels?.find(({name}) => name === 'planning');
  const address = mattermost.siteUrl;
  const {Authorization: authorization} = mattermost.sessionOf(person.id);
  const card = await startMeeting({address, authorization, channelId: channel?.id ?? ''});
  return {
    role,
    zoom,
    self: inZoom.find(({email}) => email === person.email),
    address,
    authorization,
    known: {...known, channel_id: [channel?.id ?? ''], root_id: [''], ...card},
    spare: spare.map(({id}) => id),
    close: () => sandbox.close(),
  };
}

/** A meeting whose card follows it, of whoever may start one. */
async function startMeeting(as: {
  address: string;
  authorization: string;
  channelId: string;
}): Promise<KnownValues> {
  const response = await fetch(`${as.address}${ROUTES_PATH}/api/v1/meetings`, {
    method: 'POST',
    headers: {Authorization: as.authorization, 'Content-Type': 'application/json'},
    body: JSON.stringify({channel_id: as.channelId}),
  });
  if (response.status === 403) return {};
  const {card_id, meeting_id} = (await response.json()) as {card_id?: string; meeting_id?: string};
  if (card_id === undefined || meeting_id === undefined) throw new Error('No meeting could be started.');
  return {card_id: [card_id], meeting_id: [meeting_id]};
}
