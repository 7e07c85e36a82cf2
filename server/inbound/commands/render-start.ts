import type {Preferences} from '../../core/domain/preferences.js';
import type {PostButton} from '../../core/domain/post-content.js';
import {zoomAppLink} from '../../core/domain/zoom-app-link.js';
import type {CommandReply, CommandRequest} from '../../core/ports/application.js';
import type {StartOutcome} from '../../core/usecases/start-meeting.js';
import type {DrawStartAnother} from '../actions/start-another.js';
import type {DrawStartAsHost} from '../actions/start-as-host.js';
import {type DescribeStart, joinExisting} from '../describe-start.js';
import type {Reader} from '../reader.js';

/** What the starter alone reads about a start that they typed. */
export type RenderStart = (
  outcome: StartOutcome,
  context: {reader: Reader; request: CommandRequest; topic: string; preferences: Preferences},
) => CommandReply;

interface RenderStartDeps {
  describeStart: DescribeStart;
  drawStartAsHost: DrawStartAsHost;
  drawStartAnother: DrawStartAnother;
}

export const createRenderStart =
  ({describeStart, drawStartAsHost, drawStartAnother}: RenderStartDeps): RenderStart =>
  (outcome, {reader, request: {userId, channelId, rootId}, topic, preferences}) => {
    const {translate} = reader;
    if (outcome.kind === 'duplicate') {
      const button = drawStartAnother({userId, channelId, rootId, topic}, translate);
      const join = joinExisting(translate, outcome.existing);
      const text = [describeStart(outcome, reader), ...(join === undefined ? [] : [join])].join(' ');
      return withButton(text, button);
    }
    if (outcome.kind !== 'started') return {text: describeStart(outcome, reader)};
    const button = drawStartAsHost(outcome.card, translate);
    const done = [
      translate(button === undefined ? 'start.done.withoutButton' : 'start.done'),
      ...(outcome.card.postFixed === true ? [translate('start.fixedCard')] : []),
    ].join('\n');
    if (preferences.open === 'off') return withButton(done, button);
    const {joinUrl} = outcome.card.meeting;
    return {
      ...withButton([translate('start.opening'), done].join('\n'), button),
      goToUrl: preferences.app === 'zoom' ? zoomAppLink(joinUrl) : joinUrl,
    };
  };

const withButton = (text: string, button: PostButton | undefined): CommandReply =>
  button === undefined ? {text} : {text, attachments: [{actions: [button]}]};
