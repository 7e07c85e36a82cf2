import type {Site as SiteFacts} from '../../core/domain/site.js';
import type {ApiClient} from '../../protocol/plugin/api-client.js';

/** Mattermost's address and language, fetched once and kept until the configuration changes. */
export interface Site {
  read: () => Promise<SiteFacts>;
  forget(): void;
}

export function createSite(api: ApiClient): Site {
  let known: Promise<SiteFacts> | undefined;
  const fetchSite = async (): Promise<SiteFacts> => {
    const {ServiceSettings, LocalizationSettings, TeamSettings} = (await api.GetConfig()) ?? {};
    const url = (ServiceSettings?.SiteURL ?? '').replace(/\/+$/, '');
    return {
      url,
      publicUrl: url,
      locale: LocalizationSettings?.DefaultServerLocale ?? 'en',
      restrictsDirectMessages: TeamSettings?.RestrictDirectMessage === 'team',
    };
  };
  const forget = (): void => {
    known = undefined;
  };
  return {
    forget,
    read: () => {
      known ??= fetchSite().catch((error: unknown) => {
        forget();
        throw error;
      });
      return known;
    },
  };
}
