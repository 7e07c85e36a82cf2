import type {ChannelMembership} from '@mattermost/types/channels';
import type {Chat} from '../../../core/ports/chat.js';
import {hasCode} from '../../../core/ports/port-error.js';
import type {Bot} from './bot.js';
import {answered, answeredOrMissing, unlessForbidden} from './chat-answer.js';
import type {MattermostClient} from './client.js';

interface MembersDeps {
  client: Pick<MattermostClient, 'api'>;
  bot: Pick<Bot, 'id'>;
}

/** Who is in a channel and may post there. What a bot may not see counts as no. */
export function createMembers(deps: MembersDeps) {
  const {
    client: {api},
  } = deps;
  return {
    isMember: async (channelId, userId) => (await findMember(deps, channelId, userId)) !== undefined,
    isChannelAdmin: async (channelId, userId) =>
      (await findMember(deps, channelId, userId))?.scheme_admin === true,
    /**
     * The REST API does not answer the question itself. A member's roles are the very ones that count in this channel,
     * and a role tells its permissions with the channel's moderation in them. A role of the system counts wherever the
     * person is a member.
     */
    async mayPost(channelId, userId) {
      // Most members have the usual role, so it is asked about beside.
      const [member, usualLetsPost] = await Promise.all([
        findMember(deps, channelId, userId),
        letPost(deps, [USUAL_ROLE]),
      ]);
      if (member === undefined) return false;
      const roles = namesIn(member.roles);
      if (usualLetsPost && roles.includes(USUAL_ROLE)) return true;
      const others = roles.filter((name) => name !== USUAL_ROLE);
      if (await letPost(deps, others)) return true;
      const user = await answeredOrMissing(api.getUser(userId));
      return user !== undefined && letPost(deps, namesIn(user.roles));
    },
  } satisfies Partial<Chat>;
}

async function findMember(
  deps: MembersDeps,
  channelId: string,
  userId: string,
): Promise<ChannelMembership | undefined> {
  const look = () => unlessForbidden(answeredOrMissing(deps.client.api.getChannelMember(channelId, userId)));
  let member = await look();
  // Only members are told who is in a channel, even in a public one.
  if (member === 'forbidden' && (await comesIn(deps, channelId, userId))) member = await look();
  return member === 'forbidden' ? undefined : member;
}

/**
 * The bot joins public channels by itself, for people who are in their team; into others it has to be invited, even
 * where its role would let it in.
 */
async function comesIn(
  {client: {api}, bot}: MembersDeps,
  channelId: string,
  forUserId: string,
): Promise<boolean> {
  const channel = await unlessForbidden(answeredOrMissing(api.getChannel(channelId)));
  if (channel === undefined || channel === 'forbidden' || channel.type !== 'O') return false;
  const inTeam = await unlessForbidden(answeredOrMissing(api.getTeamMember(channel.team_id, forUserId)));
  if (inTeam === undefined || inTeam === 'forbidden' || inTeam.delete_at !== 0) return false;
  try {
    await answered(api.addToChannel(bot.id, channelId));
  } catch (error) {
    // Where two questions make it join at once, one of them is refused, and it is in all the same.
    if (!hasCode(error, 'chat-refused')) throw error;
  }
  return true;
}

const POST = 'create_post';

/** Of members of a channel that has no rules of its own. */
const USUAL_ROLE = 'channel_user';

const namesIn = (roles: string): readonly string[] => roles.split(' ').filter((name) => name !== '');

async function letPost({client: {api}}: MembersDeps, names: readonly string[]): Promise<boolean> {
  const known = await Promise.all(names.map((name) => answeredOrMissing(api.getRoleByName(name))));
  return known.some((role) => role?.permissions.includes(POST) === true);
}
