import {harmless} from '../core/domain/harmless.js';
import type {Texts} from '../core/ports/texts.js';
import type {DrawOffer} from '../core/usecases/offer-card.js';
import {bringHere} from './actions/bring-here.js';
import {type DrawButton, withButtons} from './actions/draw-button.js';
import {leaveLink} from './actions/leave-link.js';
import {setPreference} from './actions/set-preference.js';

interface DrawOfferDeps {
  drawButton: DrawButton;
  texts: Texts;
  /** Mattermost's; '' where none is set. */
  siteUrl: string;
}

/** The question whether a link shall become a card; elsewhere than below the link, it says which link. */
export const createDrawOffer =
  ({drawButton, texts, siteUrl}: DrawOfferDeps): DrawOffer =>
  ({user, post, number, topic}, place) => {
    const translate = texts(user.locale, user.timezone || undefined);
    const isElsewhere = place === undefined && siteUrl !== '';
    const text = translate('offer.text', {
      topic: harmless(topic || translate('topic.default')),
      postUrl: isElsewhere ? `${siteUrl}/_redirect/pl/${post.id}` : 'none',
    });
    const {channelId, rootId} = post;
    const values = {channelId, rootId, kind: 'either', number, members: '', from: 'offer'} as const;
    const drawing = {place, translate};
    return withButtons(
      text,
      drawButton(bringHere, {userId: user.id, values}, drawing),
      drawButton(leaveLink, {userId: user.id, values: {}}, drawing),
      drawButton(setPreference, {userId: user.id, values: {name: 'links', value: 'off'}}, drawing),
    );
  };
