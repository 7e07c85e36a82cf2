import type {Capabilities} from '../core/domain/capabilities.js';
import {harmless} from '../core/domain/harmless.js';
import type {Chat} from '../core/ports/chat.js';
import type {Clock} from '../core/ports/clock.js';
import type {MadeStreamUrl} from '../core/usecases/make-stream-url.js';
import type {Reader} from './reader.js';
import type {RenderStreamUrl} from './render-stream-url.js';

/** Shows a stream URL to the person alone who asked for it on a card, and says where. Rejects as the chat does. */
export type TellStreamUrl = (userId: string, made: MadeStreamUrl, reader: Reader) => Promise<string>;

interface TellStreamUrlDeps {
  capabilities: Pick<Capabilities, 'privatePosts'>;
  chat: Pick<Chat, 'isMember' | 'showPrivately' | 'sendDirectMessage'>;
  clock: Pick<Clock, 'now'>;
  renderStreamUrl: RenderStreamUrl;
}

/**
 * In the card's channel, of which nothing is stored; by direct message where nothing can be shown to one person alone,
 * or they are not in that channel.
 */
export const createTellStreamUrl =
  ({capabilities, chat, clock, renderStreamUrl}: TellStreamUrlDeps): TellStreamUrl =>
  async (userId, made, reader) => {
    const {translate} = reader;
    const {pass, place} = made;
    const topic = harmless(pass.topic || translate('topic.default'));
    const text = renderStreamUrl(made, reader);
    const isThere = place !== undefined && (await chat.isMember(place.channelId, userId));
    if (capabilities.privatePosts && isThere) {
      const shown = await chat.showPrivately(userId, {text, place: {...place, createdAt: clock.now()}});
      if (shown === 'shown') return translate('stream.shown', {topic});
    }
    await chat.sendDirectMessage(userId, {text});
    return translate('stream.sent', {topic});
  };
