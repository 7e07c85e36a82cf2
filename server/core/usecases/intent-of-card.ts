import type {Card} from '../domain/card.js';
import type {Intent} from '../domain/intent.js';

/** The wish that has led to it. */
export const intentOfCard = ({
  id,
  channelId,
  rootId,
  host,
  topic,
  hasDefaultTopic,
  meeting,
  openedAt,
  kind,
  plan,
  local,
}: Card): Intent => ({
  ...{id, channelId, rootId, topic, meeting, openedAt, claimedAt: openedAt},
  ...host,
  ...(hasDefaultTopic && {hasDefaultTopic}),
  ...(kind !== undefined && {kind}),
  ...(plan !== undefined && {plan}),
  ...(local !== undefined && {local}),
});
