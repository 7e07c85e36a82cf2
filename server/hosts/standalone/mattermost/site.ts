import type {Site} from '../../../core/domain/site.js';
import type {MattermostClient} from './client.js';

/** How long the answer counts: nothing tells a service when the administrator changes the server's settings. */
const BELIEVED_MS = 10 * 60_000;

interface Answer {
  site: Site;
  /** Mattermost tells strangers less, and a bot that it does not let in is one. */
  isWhole: boolean;
}

/** Mattermost's address and language, as it tells every client. */
export function createSite(
  {api}: Pick<MattermostClient, 'api'>,
  {mattermostUrl, publicUrl, clock}: {mattermostUrl: string; publicUrl: string; clock: {now(): number}},
): () => Promise<Site> {
  let known: {answer: Promise<Answer>; at: number} | undefined;
  const fetchSite = async (): Promise<Answer> => {
    const config = await api.getClientConfig();
    const site = {
      url: (config.SiteURL || mattermostUrl).replace(/\/+$/, ''),
      locale: config.DefaultClientLocale || 'en',
      // Where that is not told, the stricter rule holds.
      restrictsDirectMessages: config.RestrictDirectMessage !== 'any',
      publicUrl,
    };
    return {site, isWhole: (config.RestrictDirectMessage as string | undefined) !== undefined};
  };
  return async () => {
    if (known === undefined || known.at + BELIEVED_MS <= clock.now()) {
      known = {answer: fetchSite(), at: clock.now()};
    }
    const asked = known;
    const forget = (): void => {
      if (known === asked) known = undefined;
    };
    try {
      const {site, isWhole} = await asked.answer;
      if (!isWhole) forget();
      return site;
    } catch (error) {
      forget();
      throw error;
    }
  };
}
