import type {SenderStanding} from '../../../core/domain/sender-standing.js';
import type {CommandTokens} from '../../../core/ports/service-records.js';
import {equalInConstantTime} from '../../../lib/equal-in-constant-time.js';
import {answered, answeredOrMissing, unlessForbidden} from './chat-answer.js';
import type {MattermostClient} from './client.js';

/**
 * Who says that they have typed a command, and where. Who knows the token of the team's command can say anything.
 */
export interface ClaimedSender {
  teamId: string;
  channelId: string;
  userId: string;
  token: string;
}

interface FindStandingDeps {
  client: Pick<MattermostClient, 'api'>;
  commandTokens: Pick<CommandTokens, 'isFormer'>;
}

/** Asks Mattermost about what a command says of itself. Rejects with an error of the chat's. */
export const createFindStanding =
  (deps: FindStandingDeps) =>
  async (claimed: ClaimedSender): Promise<SenderStanding> => {
    const {teamId, channelId, userId} = claimed;
    const {api} = deps.client;
    const [user, inTeam, channel, isTokenAlive] = await Promise.all([
      answeredOrMissing(api.getUser(userId)),
      unlessForbidden(answeredOrMissing(api.getTeamMember(teamId, userId))),
      unlessForbidden(answeredOrMissing(api.getChannel(channelId))),
      isAlive(deps, claimed),
    ]);
    if (user === undefined || !isTokenAlive) return 'elsewhere';
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

/**
 * A token that an administrator has replaced, because somebody has it who should not, is dead at that moment, and not
 * when we next look after the command. Where the bot may no longer see the commands of the team, the record counts.
 */
async function isAlive(
  {client: {api}, commandTokens}: FindStandingDeps,
  {teamId, token}: ClaimedSender,
): Promise<boolean> {
  const known = await unlessForbidden(answered(api.getCustomTeamCommands(teamId)));
  if (known === 'forbidden') return true;
  const isNamed = known.some((command) => equalInConstantTime(token, command.token));
  return isNamed || commandTokens.isFormer(teamId, token);
}
