import {mattermostId} from '../../support/mattermost-id.js';
import type {PluginHost} from '../../support/plugin-host.js';

export const ALICE = mattermostId('alice');
export const TOWN_SQUARE = mattermostId('townsquare');

/** One ordinary user who is a member of one open channel. */
export async function seedTownSquare(host: PluginHost): Promise<void> {
  await host.seed({
    users: [{id: ALICE, username: 'alice', email: 'alice@example.com'}],
    channels: [{id: TOWN_SQUARE, team_id: mattermostId('team'), name: 'town-square'}],
    members: [{channel_id: TOWN_SQUARE, user_id: ALICE}],
  });
}
