import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {ApiClient} from '../../protocol/plugin/api-client.js';

/** Gives the bot the picture in the plugin's folder, if there is one. */
export async function setBotImage(api: ApiClient, botId: string): Promise<void> {
  const folder = (await api.GetBundlePath()) ?? '';
  // Without a file the bot keeps the picture that it has.
  const image = await readFile(join(folder, 'assets/profile.png')).catch(() => undefined);
  if (image !== undefined) await api.SetProfileImage(botId, image);
}
