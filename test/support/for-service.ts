import {mattermostId} from './mattermost-id.js';
import type {Seed} from './plugin-host.js';

/** The team of a service's Mattermost. */
export const TEAM = mattermostId('team');

/** The same people in the only form that a service can trust, and channels in a team that has the command. */
export function forService({
  users = [],
  channels = [],
  members = [],
  teamMembers = [],
  ...others
}: Seed): Seed {
  return {
    ...others,
    members,
    // Nobody is in a team without being in one of its channels.
    teamMembers: [
      ...teamMembers,
      ...members.filter(({left}) => left === true).map(({user_id}) => ({team_id: TEAM, user_id, left: true})),
    ],
    users: users.map((user) => {
      const isConfirmed = user.email_verified !== false && user.is_bot !== true;
      return isConfirmed && user.auth_service === undefined ? {auth_service: 'openid', ...user} : user;
    }),
    channels: channels.map((channel) => {
      const isDirect = channel.type === 'D' || channel.type === 'G';
      return isDirect ? channel : {team_id: TEAM, ...channel};
    }),
  };
}
