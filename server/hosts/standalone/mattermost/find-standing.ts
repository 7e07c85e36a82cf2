import type {SenderStanding} from '../../../core/domain/sender-standing.js';
import {answeredOrMissing, unlessForbidden} from './chat-answer.js';
import type {MattermostClient} from './client.js';

/**
 * Who says that they have typed a command, and where. Who knows the token of the team's command can say anything.
 */
export interface ClaimedSender {
  teamId: string;
  channelId: string;
  userId: string;
}

/** Asks Mattermost about what a command says of itself. Rejects with an error of the chat's. */
export const createFindStanding =
  ({api}: Pick<MattermostClient, 'api'>) =>
  async ({teamId, channelId, userId}: ClaimedSender): Promise<SenderStanding> => {
    const [user, inTeam, channel] = await Promise.all([
      answeredOrMissing(api.getUser(userId)),
      unlessForbidden(answeredOrMissing(api.getTeamMember(teamId, userId))),
      unlessForbidden(answeredOrMissing(api.getChannel(channelId))),
    ]);
    if (user === undefined) return 'elsewhere';
    if (user.delete_at !== 0) return 'deactivated';
    if (inTeam === 'forbidden' || channel === 'forbidden') return 'unseen';
    if (inTeam === undefined || inTeam.delete_at !== 0 || channel === undefined) return 'elsewhere';
    if (channel.type !== 'D' && channel.type !== 'G') {
      return channel.team_id === teamId ? 'confirmed' : 'elsewhere';
    }
    const member = await unlessForbidden(answeredOrMissing(api.getChannelMember(channelId, userId)));
    if (member === 'forbidden') return 'unseen';
    return member === undefined ? 'elsewhere' : 'confirmed';
  };
