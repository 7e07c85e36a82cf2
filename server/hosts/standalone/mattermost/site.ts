import type {Site} from '../../../core/domain/site.js';
import type {MattermostClient} from './client.js';

/** How long the answer counts: nothing tells a service when the administrator changes the server's settings. */
const BELIEVED_MS = 10 * 60_000;

/** Mattermost's address and language, as it tells every client. */
export function createSite(
  {api}: MattermostClient,
  {mattermostUrl, publicUrl, clock}: {mattermostUrl: string; publicUrl: string; clock: {now(): number}},
): () => Promise<Site> {
  let known: {site: Promise<Site>; at: number} | undefined;
  const fetchSite = async (): Promise<Site> => {
    const config = await api.getClientConfig();
    return {
      url: (config.SiteURL || mattermostUrl).replace(/\/+$/, ''),
      locale: config.DefaultClientLocale || 'en',
      restrictsDirectMessages: config.RestrictDirectMessage === 'team',
      publicUrl,
    };
  };
  return () => {
    if (known === undefined || known.at + BELIEVED_MS <= clock.now()) {
      const site = fetchSite().catch((error: unknown) => {
        known = undefined;
        throw error;
      });
      known = {site, at: clock.now()};
    }
    return known.site;
  };
}
