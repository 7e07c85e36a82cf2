import {harmless} from '../core/domain/harmless.js';
import type {Translate} from '../core/ports/texts.js';
import type {StartOutcome} from '../core/usecases/start-outcome.js';

/** What the starter has to know of the meeting that they have started, one sentence each. */
export function startNotices(
  {instead, alsoRuns = []}: Extract<StartOutcome, {kind: 'started'}>,
  translate: Translate,
): readonly string[] {
  const topics = alsoRuns.map((topic) => topic || translate('topic.default'));
  const running = topics.map((topic) => harmless(topic, topics.filter((other) => other !== topic).join(' ')));
  return [
    ...(instead === undefined ? [] : [translate('start.notPersonal')]),
    ...(running.length === 0
      ? []
      : [translate('start.alsoRuns', {count: running.length, meetings: running})]),
  ];
}
