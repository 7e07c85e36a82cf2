import mm from '@mattermost/client';
import {
  createMattermostForService,
  type MattermostForService,
} from '../../../../sandbox/mattermost/mattermost-for-service.js';
import {createManualClock, type ManualClock} from '../../../support/manual-clock.js';
import {mattermostId} from '../../../support/mattermost-id.js';

const {Client4, ClientError} = mm;
export type Client = InstanceType<typeof Client4>;

export const TEAM = mattermostId('team');
export const OTHER_TEAM = mattermostId('otherteam');
export const ANA = mattermostId('ana');
export const BEN = mattermostId('ben');
export const ADA = mattermostId('ada');
export const TOWN = mattermostId('town');
export const SECRET = mattermostId('secret');
export const ELSEWHERE = mattermostId('elsewhere');

/** Ana leads the team, Ben is in it, Ada is a system administrator in no team; the bot is in the team alone. */
export interface ChatUnderTest {
  mattermost: MattermostForService;
  clock: ManualClock;
  botId: string;
  botToken: string;
  bot: Client;
  /** Mattermost's own client, signed in as this user. */
  as(userId: string): Client;
  close(): Promise<void>;
}

export async function startChat(): Promise<ChatUnderTest> {
  const clock = createManualClock();
  const mattermost = await createMattermostForService({now: () => clock.now()});
  mattermost.seed({
    users: [
      {id: ANA, username: 'ana', first_name: 'Ana', auth_service: 'saml'},
      {id: BEN, username: 'ben'},
      {id: ADA, username: 'ada', roles: 'system_user system_admin'},
    ],
    teams: [{id: TEAM, name: 'sales', display_name: 'Sales'}],
    channels: [
      {id: TOWN, team_id: TEAM, name: 'town-square', display_name: 'Town Square'},
      {id: SECRET, team_id: TEAM, type: 'P', name: 'secret'},
      {id: ELSEWHERE, team_id: OTHER_TEAM, name: 'elsewhere'},
    ],
    members: [
      {channel_id: TOWN, user_id: ANA},
      {channel_id: TOWN, user_id: BEN},
      {channel_id: SECRET, user_id: ANA},
    ],
    teamMembers: [{team_id: TEAM, user_id: ANA, scheme_admin: true}],
  });
  const {userId: botId, token: botToken} = mattermost.addBot({username: 'zoom'});
  mattermost.seed({teamMembers: [{team_id: TEAM, user_id: botId}]});
  return {
    mattermost,
    clock,
    botId,
    botToken,
    bot: clientWith(mattermost.siteUrl, botToken),
    as: (userId) =>
      clientWith(mattermost.siteUrl, mattermost.sessionOf(userId).Authorization.replace('Bearer ', '')),
    close: () => mattermost.close(),
  };
}

export function clientWith(siteUrl: string, token: string): Client {
  const client = new Client4();
  client.setUrl(siteUrl);
  client.setToken(token);
  return client;
}

/** Status and id with which Mattermost refuses. @throws what is no refusal; Error when it does not refuse */
export async function refusal(call: Promise<unknown>): Promise<[number | undefined, string | undefined]> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ClientError) return [error.status_code, error.server_error_id];
    throw error;
  }
  throw new Error('Mattermost did not refuse it.');
}

/** What it says of all that somebody may not do. */
export const FORBIDDEN = [403, 'api.context.permissions.app_error'];
