import {CARD_POST_TYPE} from '../../../contract/post-props.js';
import {attendance} from '../domain/attendance.js';
import {type Card, isOver} from '../domain/card.js';
import {harmless} from '../domain/harmless.js';
import {shownTopic} from '../domain/topic.js';
import type {PostAttachment, PostContent} from '../domain/post-content.js';
import {zoomPostProps} from '../domain/post-props.js';
import type {Translate} from '../ports/texts.js';
import {cardFallback} from './card/card-fallback.js';
import {cardLines} from './card/card-lines.js';
import {cardMessage} from './card/card-message.js';
import {wayIn} from './card/way-in.js';

/**
 * The whole post of a card: complete without the web app, on phones, in notifications, in search, in exports. `more`:
 * lines below what the card says.
 */
export function renderCard(card: Card, translate: Translate, more: readonly string[] = []): PostContent {
  const people = attendance(card);
  const attachment: PostAttachment = {
    ...title(card),
    text: [...cardLines(card, people, translate), ...more].join('\n'),
    fallback: cardFallback(card, translate),
  };
  return {
    type: CARD_POST_TYPE,
    message: cardMessage(card, translate),
    props: {...zoomPostProps(card, people), attachments: [attachment]},
  };
}

/** With a link, Mattermost shows a title as it is; without one, it reads it as Markdown. */
const title = (card: Card): Pick<PostAttachment, 'title' | 'title_link'> =>
  isOver(card) ? {title: harmless(shownTopic(card))} : {title: shownTopic(card), title_link: wayIn(card).url};
