import {cardState} from '../../test/support/world.js';
import type {HostPost} from '../../test/support/plugin-host.js';

/** What somebody saw who typed `/zoom start` in a channel in which nobody else starts anything. */
export interface StartSeen {
  readonly userId: string;
  readonly channelId: string;
  readonly topic: string;
  /**
   * - `told`: the service answered with words.
   * - `silent`: it answered with nothing, which it does when the card is there.
   * - `failed`: Mattermost said that the command failed.
   */
  readonly answer: 'told' | 'silent' | 'failed';
}

export type MeetingEventName = 'meeting.started' | 'meeting.ended';

/** An event that the service answered with 2xx: Zoom does not send it again. */
export interface Acknowledged {
  readonly event: MeetingEventName | 'meeting.participant_joined' | 'meeting.participant_left';
  /** Of the meeting. */
  readonly topic: string;
  /** How many had come by then. */
  readonly people?: number;
}

/** All that can be seen from outside when everything has come to rest. */
export interface Outcome {
  readonly starts: readonly StartSeen[];
  readonly acknowledged: readonly Acknowledged[];
  /** Topics of the meetings that Zoom created. */
  readonly created: readonly string[];
  readonly posts: readonly HostPost[];
  /** Ids of the people to whom the bot has said something that only they see. */
  readonly spokenTo: readonly string[];
}

/** What kills have done. Every number should be 0. */
export interface Harm {
  /**
   * Acknowledged events of a meeting with a card that does not show them: in its state, or in the number of people who
   * came. A meeting without a card has none.
   */
  readonly eventsLost: number;
  /** Cards beyond the first in a channel, and messages of the bot that the same person got before. */
  readonly postsDoubled: number;
  /**
   * Starts of which the person has neither a card nor a word: the answer was silent, or failed although Zoom had
   * created the meeting. Where nothing was created, Mattermost's own words that it failed are the truth.
   */
  readonly startsUntold: number;
}

export function countHarm({starts, acknowledged, created, posts, spokenTo}: Outcome): Harm {
  const cards = posts.filter(({type}) => type === 'custom_zoom');
  const cardIn = new Map(cards.map((card) => [card.channel_id, card]));
  const cardOf = new Map(starts.map(({topic, channelId}) => [topic, cardIn.get(channelId)]));
  const isLost = ({event, topic, people = 0}: Acknowledged): boolean => {
    const card = cardOf.get(topic);
    return card !== undefined && (!SHOWN[event].includes(cardState(card)) || peopleOn(card) < people);
  };
  const isUntold = ({userId, topic, answer}: StartSeen): boolean =>
    cardOf.get(topic) === undefined &&
    !spokenTo.includes(userId) &&
    (answer === 'silent' || (answer === 'failed' && created.includes(topic)));
  return {
    eventsLost: acknowledged.filter(isLost).length,
    postsDoubled: doubled(cards.map(({channel_id}) => channel_id)) + doubled(messagesOf(posts)),
    startsUntold: starts.filter(isUntold).length,
  };
}

/** States of a card in which it shows the event. */
const SHOWN: Readonly<Record<Acknowledged['event'], readonly string[]>> = {
  'meeting.started': ['live', 'ended'],
  'meeting.participant_joined': ['live', 'ended'],
  'meeting.participant_left': ['live', 'ended'],
  'meeting.ended': ['ended'],
};

/** Once it has ended: those who took part. */
const peopleOn = ({props}: HostPost): number =>
  (props['zoom_card'] as {people_count?: number} | undefined)?.people_count ?? 0;

const messagesOf = (posts: readonly HostPost[]): readonly string[] =>
  posts
    .filter(({type}) => type !== 'custom_zoom')
    .map(({channel_id, message}) => JSON.stringify([channel_id, message]));

const doubled = (texts: readonly string[]): number => texts.length - new Set(texts).size;
