import {harmless} from '../core/domain/harmless.js';
import {shorten} from '../core/domain/plain-text.js';
import type {Translate} from '../core/ports/texts.js';
import type {Pipeline} from './read-pipeline.js';

/** Of a reason; the log has all of it. */
const MAX_LENGTH = 200;

/** One line each, for administrators. */
export function describePipeline(translate: Translate, {webhooks, due, dead}: Pipeline): string {
  const {total, late} = webhooks;
  const arrived = [translate('doctor.pipeline.webhooks', {count: total})];
  if (late > 0) arrived.push(translate('doctor.pipeline.late', {count: late}));
  const lines = [arrived.join(' '), dueLine(translate, due)];
  const [last] = dead ?? [];
  if (last !== undefined) {
    const reason = harmless(shorten(last.reason, MAX_LENGTH));
    const values = {count: dead?.length ?? 0, kind: last.kind, givenUpAt: last.at, reason};
    lines.push(translate('doctor.pipeline.dead', values));
  }
  return [translate('doctor.pipeline'), ...lines.map((line) => `- ${line}`)].join('\n');
}

function dueLine(translate: Translate, due: Pipeline['due']): string {
  if (due === undefined) return translate('doctor.pipeline.untold');
  const minutes = Math.floor(due.lateBy / 60_000);
  const count = translate('doctor.pipeline.due', {count: due.count});
  return minutes === 0 ? count : `${count} ${translate('doctor.pipeline.oldest', {minutes})}`;
}
