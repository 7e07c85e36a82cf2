import type {ApiClient} from '../../protocol/plugin/api-client.js';

/** The account that posts everything. */
const zoomBot = {
  Username: 'zoom',
  DisplayName: 'Zoom',
  Description: 'Starts Zoom meetings and shows how they go.',
};

/**
 * Makes sure that the bot exists and returns its user id.
 * @throws Error when a person has the bot's user name: Mattermost would hand out that person's id
 */
export async function ensureBot(api: ApiClient): Promise<string> {
  const botId = (await api.EnsureBotUser(zoomBot)) ?? '';
  const account = await api.GetUser(botId);
  if (account?.IsBot !== true) {
    throw new Error(
      `The user name "${zoomBot.Username}" belongs to a person; rename that account and try again.`,
    );
  }
  return botId;
}
