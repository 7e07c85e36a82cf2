import {harmless} from '../core/domain/harmless.js';
import type {TextKey, Translate} from '../core/ports/texts.js';
import {MAX_RECIPIENTS} from '../core/usecases/find-recipients.js';
import type {NotRegistered, Registered, RegisterOutcome} from '../core/usecases/register-people.js';
import type {DescribeObstacle} from './describe-obstacle.js';
import type {Reader} from './reader.js';

/** What they alone read who were registered: their own link, and who gave away their address. */
export function describeLink({topic, link, name}: Registered, email: string, translate: Translate): string {
  return translate('register.message', {
    topic: harmless(topic || translate('topic.default'), name),
    name: harmless(name, topic),
    email: harmless(email),
    url: link.reveal(),
  });
}

/** What the host reads. Nobody's link is in it. */
export type DescribeRegistered = (outcome: RegisterOutcome, reader: Reader) => string;

const MISSED = {
  unknown: 'delivery.unknown',
  self: 'delivery.self',
  bot: 'delivery.bot',
  remote: 'delivery.remote',
  deactivated: 'delivery.deactivated',
  many: 'delivery.many',
  'email-unconfirmed': 'register.emailUnconfirmed',
  'email-missing': 'register.emailMissing',
  full: 'register.full',
  'too-often': 'register.tooOften',
  questions: 'register.questions',
  zoom: 'register.zoom',
  'not-tried': 'register.notTried',
  pending: 'register.pending',
  'not-told': 'register.notTold',
} as const satisfies Record<NotRegistered, TextKey>;

export const createDescribeRegistered =
  ({describeObstacle}: {describeObstacle: DescribeObstacle}): DescribeRegistered =>
  (outcome, reader) => {
    const {translate} = reader;
    switch (outcome.kind) {
      case 'registered': {
        const topic = harmless(outcome.topic || translate('topic.default'));
        const people = outcome.registered.map((name) => `\`@${name}\``);
        return [
          people.length === 0
            ? translate('register.nobody', {topic})
            : translate('register.done', {topic, people}),
          ...outcome.missed.map(({name, because}) =>
            translate(MISSED[because], {name: `\`@${name}\``, count: MAX_RECIPIENTS}),
          ),
        ].join('\n');
      }
      case 'page':
        return translate('register.page', {
          topic: harmless(outcome.topic || translate('topic.default')),
          url: outcome.url,
        });
      case 'open':
        return translate('register.open', {
          topic: harmless(outcome.topic || translate('topic.default')),
          url: outcome.url ?? 'none',
        });
      case 'gone':
        return translate('named.gone');
      case 'not-the-host':
        return translate('register.notTheHost');
      default:
        return describeObstacle(outcome, reader);
    }
  };
