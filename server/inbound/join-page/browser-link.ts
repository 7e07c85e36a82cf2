import {JOIN_IN_BROWSER_PATH, ROUTES_PATH} from '../../../contract/routes.js';
import type {Card} from '../../core/domain/card.js';

/** What a card links to for its members, below Mattermost's Site URL. Nothing secret is in it. */
export const browserLinkBelow =
  (siteUrl: string) =>
  ({id, meeting}: Pick<Card, 'id' | 'meeting'>): string =>
    `${siteUrl}${ROUTES_PATH}${JOIN_IN_BROWSER_PATH}?${new URLSearchParams({card: id, number: meeting.number}).toString()}`;
