import type {DayMeeting} from '../../core/domain/day.js';
import {harmless} from '../../core/domain/harmless.js';
import type {PostAttachment} from '../../core/domain/post-content.js';
import type {CommandRequest} from '../../core/ports/application.js';
import type {Chat} from '../../core/ports/chat.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';
import type {Translate} from '../../core/ports/texts.js';
import type {DayOutcome, ListDay} from '../../core/usecases/list-day.js';
import {bringHere} from '../actions/bring-here.js';
import type {DrawButton, Drawing} from '../actions/draw-button.js';
import {startPlanned} from '../actions/start-planned.js';
import type {DescribeObstacle} from '../describe-obstacle.js';
import {answerAsker, isVouchedFor} from './answer-asker.js';
import type {Command} from './command.js';

export interface MeetingsCommandDeps {
  chat: Chat;
  clock: Clock;
  logger: Logger;
  drawButton: DrawButton;
  listDay: ListDay;
  describeObstacle: DescribeObstacle;
}

type Day = DayOutcome & {kind: 'day'};

/** More are told of by their number. */
const MAX_SHOWN = 10;
/** The others are started from Zoom, or by `/zoom join`, and brought here by `/zoom import`. */
const MAX_WITH_BUTTONS = 5;

/** What the person hosts or is invited to within a day, for them alone. */
export const meetingsCommand = (deps: MeetingsCommandDeps): Command => ({
  name: 'meetings',
  hint: undefined,
  help: 'command.meetings.help',
  async run({request, user, reader, signal}) {
    const {userId, channelId, rootId} = request;
    const asking = await reader;
    const {translate} = asking;
    const outcome = await deps.listDay({userId, user, signal});
    if (outcome.kind !== 'day') return {text: deps.describeObstacle(outcome, asking)};
    if (outcome.meetings.length === 0) return {text: translate('day.none')};
    const createdAt = deps.clock.now();
    const place = isVouchedFor(request) ? {channelId, rootId, createdAt} : undefined;
    const attachments = drawOwn(outcome, request, {place, translate}, deps.drawButton);
    const message = {text: describeDay(outcome, translate), attachments, isTheirsAlone: true} as const;
    return {...(await answerAsker(deps, request, message, translate)), createdAt};
  },
});

function describeDay({meetings, overlapping, isBasic}: Day, translate: Translate): string {
  const shown = meetings.slice(0, MAX_SHOWN);
  const more = meetings.length - shown.length;
  return [
    translate('day.title'),
    ...shown.map((meeting) => describe(meeting, overlapping.has(meeting), translate)),
    ...(more > 0 ? ['', translate('day.more', {count: more})] : []),
    ...(overlapping.size > 0 ? ['', translate('day.overlap', {licence: isBasic ? 'basic' : 'other'})] : []),
  ].join('\n');
}

function describe(meeting: DayMeeting, isOverlapping: boolean, translate: Translate): string {
  const {topic, startsAt, minutes, joinUrl, isHost, isLive} = meeting;
  const values = {
    topic: harmless(topic || translate('topic.default')),
    role: isHost ? 'host' : 'guest',
    overlap: isOverlapping ? 'yes' : 'no',
    count: minutes ?? 0,
    url: joinUrl ?? 'none',
  };
  if (isLive) return translate('day.line.live', values);
  return startsAt === undefined
    ? translate('day.line.noTime', values)
    : translate('day.line', {...values, startsAt});
}

/** Of those of their own that do not run yet, each once: to begin it, and to bring it here. */
function drawOwn(
  {meetings}: Day,
  {userId, channelId, rootId}: Pick<CommandRequest, 'userId' | 'channelId' | 'rootId'>,
  drawing: Drawing,
  drawButton: DrawButton,
): readonly PostAttachment[] {
  const {translate} = drawing;
  const own = meetings.slice(0, MAX_SHOWN).filter(({isHost, isLive}) => isHost && !isLive);
  const first = own.filter(({number}, index) => own.findIndex((one) => one.number === number) === index);
  return first.slice(0, MAX_WITH_BUTTONS).flatMap(({number, topic}) => {
    const held = {channelId, rootId, number, kind: 'either', members: '', from: 'list'} as const;
    const actions = [
      drawButton(startPlanned, {userId, values: {number}}, drawing),
      drawButton(bringHere, {userId, values: held}, drawing),
    ].filter((button) => button !== undefined);
    const text = translate('day.own', {topic: harmless(topic || translate('topic.default'))});
    return actions.length === 0 ? [] : [{text, actions}];
  });
}
