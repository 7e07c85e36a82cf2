import type {ZoomSimulator} from '../zoom/zoom-simulator.js';
import {openEventSite} from './open-event-site.js';
import {openJoinProxy} from './open-join-proxy.js';

/** What stands around the page to join: an event site that shows it, and the proxy that leads its host name here. */
export interface EventPlace {
  /** The event site's origin. */
  readonly eventSite: string;
  /** What an administrator enters for it. */
  readonly settings: ReturnType<typeof joinSettings>;
  close(): Promise<void>;
}

/**
 * `upstream`: origin of the small Mattermost, or of the service, which need not be there yet. `now`: ms since the
 * epoch.
 */
export async function openEventPlace(
  zoom: ZoomSimulator,
  upstream: () => string,
  now: number,
): Promise<EventPlace> {
  const [site, proxy] = await Promise.all([openEventSite(now), openJoinProxy(upstream)]);
  return {
    eventSite: site.origin,
    settings: joinSettings(zoom, proxy.origin, site.origin),
    close: async () => void (await Promise.all([site.close(), proxy.close()])),
  };
}

const joinSettings = ({account, sdkUrl}: ZoomSimulator, page: string, eventSite: string) => ({
  JoinPageURL: page,
  JoinPageClientID: account.sdkClientId,
  JoinPageClientSecret: account.sdkClientSecret,
  JoinPageSites: eventSite,
  JoinPageSDK: sdkUrl,
  JoinPageGuests: true,
  JoinPageOnCards: true,
  JoinPageAdmins: true,
});
