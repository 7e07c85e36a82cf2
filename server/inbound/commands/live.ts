import {cardStart, cardState} from '../../core/domain/card.js';
import {harmless} from '../../core/domain/harmless.js';
import {givenTopic} from '../../core/domain/topic.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Translate} from '../../core/ports/texts.js';
import {wayIn} from '../../core/usecases/card/way-in.js';
import type {Allowance} from '../../core/usecases/allowance.js';
import {type FindLiveMeetings, type LiveMeeting, MAX_LIVE} from '../../core/usecases/find-live-meetings.js';
import {nextFullMinute} from '../next-full-minute.js';
import type {Command} from './command.js';

export interface LiveCommandDeps {
  findLiveMeetings: FindLiveMeetings;
  clock: Pick<Clock, 'now'>;
  /** Each time, many channels are asked about. */
  liveAllowance: Pick<Allowance, 'spend'>;
}

/** What is on, for the asker alone. */
export const liveCommand = ({findLiveMeetings, clock, liveAllowance}: LiveCommandDeps): Command => ({
  name: 'live',
  hint: undefined,
  help: 'command.live.help',
  async run({request: {userId}, reader, signal}) {
    const {translate} = await reader;
    const nextAt = liveAllowance.spend(userId, {id: '', at: clock.now()});
    if (nextAt !== undefined) return {text: translate('me.tooMany', {nextAt: nextFullMinute(nextAt)})};
    const {meetings, isMore} = await findLiveMeetings({userId, signal});
    const lines = meetings.map((meeting) => describe(meeting, translate));
    const more = isMore ? ['', translate('live.more', {count: Math.min(meetings.length, MAX_LIVE)})] : [];
    if (meetings.length === 0) return {text: translate(isMore ? 'live.notNow' : 'live.none')};
    return {text: [translate('live.title'), ...lines, ...more].join('\n')};
  },
});

function describe({card, channelName, people}: LiveMeeting, translate: Translate): string {
  const topic = givenTopic(card) || translate('topic.default');
  const where = channelName ?? translate('live.direct');
  const {name} = card.host;
  return translate(cardState(card) === 'live' ? 'live.line.live' : 'live.line.waiting', {
    topic: harmless(topic, `${where} ${name}`),
    where: harmless(where, `${topic} ${name}`),
    name: harmless(name, `${topic} ${where}`),
    startedAt: cardStart(card) ?? card.openedAt,
    count: people,
    url: wayIn(card).url,
  });
}
