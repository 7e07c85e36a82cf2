import type {TextKey, Translate} from '../core/ports/texts.js';
import type {Delivery} from '../core/usecases/send-invitation.js';
import {MAX_RECIPIENTS} from '../core/usecases/find-recipients.js';

const MISSED = {
  unknown: 'delivery.unknown',
  self: 'delivery.self',
  bot: 'delivery.bot',
  remote: 'delivery.remote',
  deactivated: 'delivery.deactivated',
  many: 'delivery.many',
  'too-many': 'delivery.tooMany',
  'not-delivered': 'delivery.notDelivered',
} as const satisfies Record<Delivery['missed'][number]['because'], TextKey>;

/** Names as code: nobody is mentioned by a list of who got nothing. */
const named = (name: string): string => `\`@${name}\``;

/** A line for each who got nothing, and why. */
export const describeMissed = ({missed}: Pick<Delivery, 'missed'>, translate: Translate): readonly string[] =>
  missed.map(({name, because}) => translate(MISSED[because], {name: named(name), count: MAX_RECIPIENTS}));

export const namesOf = ({told}: Pick<Delivery, 'told'>): readonly string[] => told.map(named);
