import type {Host} from '../../core/ports/host.js';
import type {ApiClient} from '../../protocol/plugin/api-client.js';

/** Mattermost's address and language, fetched once and kept until the configuration changes. */
export interface Site {
  read: Host['site'];
  forget(): void;
}

export function createSite(api: ApiClient): Site {
  let known: ReturnType<Host['site']> | undefined;
  const fetchSite = async (): ReturnType<Host['site']> => {
    const {ServiceSettings, LocalizationSettings, TeamSettings} = (await api.GetConfig()) ?? {};
    return {
      url: (ServiceSettings?.SiteURL ?? '').replace(/\/+$/, ''),
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
