import type {Mattermost} from './mattermost/mattermost.js';
import {ada} from './people.js';

/** What an administrator copies from the plugin's page into Zoom; asked for as the page does. */
export async function webhookAddress(mattermost: Mattermost): Promise<string> {
  const {siteUrl, pluginId} = mattermost;
  const url = `${siteUrl}/plugins/${pluginId}/api/v1/admin/setup`;
  const answer = await fetch(url, {headers: mattermost.sessionOf(ada.id)});
  const {webhook_url: address} = (await answer.json()) as {webhook_url: string};
  return address;
}
