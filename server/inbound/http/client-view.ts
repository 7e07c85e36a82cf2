import type {ClientInfo, ClientJoinPage} from '../../../contract/client-info.js';
import type {JoinPage} from '../../core/domain/join-page.js';
import type {Settings} from '../../core/domain/settings.js';
import {linkHosts} from '../../core/domain/zoom-addresses.js';
import {SETTINGS_PATH} from '../settings-url.js';

/** What all clients are told alike; when it changes, they are told to ask again. */
export type ClientView = Omit<ClientInfo, 'is_admin'>;

export function clientView({zoom}: Pick<Settings, 'zoom'>, joinPage: JoinPage | undefined): ClientView {
  return {
    configured: zoom !== undefined,
    settings_path: SETTINGS_PATH,
    link_hosts: linkHosts(zoom?.addresses),
    ...(joinPage !== undefined && {join_page: pageView(joinPage)}),
  };
}

const pageView = ({origin, isOnCards, adminsMayShare}: JoinPage): ClientJoinPage => ({
  origin,
  is_on_cards: isOnCards,
  admins_may_share: adminsMayShare,
});
