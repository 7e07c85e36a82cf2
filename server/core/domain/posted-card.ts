import * as z from 'zod';
import {CARD_STATES, isOverState} from '../../../contract/post-props.js';
import {kindOf} from './card-kind.js';
import type {Card} from './card.js';
import type {Plan} from './plan.js';
import {zoomPostProps} from './post-props.js';

const postedPlanSchema = z.object({
  starts_at: z.number().optional(),
  next_at: z.number().optional(),
  minutes: z.number().optional(),
  is_series: z.literal(true).optional(),
  registration_url: z.string().optional(),
  alternative_hosts: z.array(z.string()).readonly().optional(),
  panelists: z.array(z.string()).readonly().optional(),
});

/** What a post that shows a card says of it, as far as a card can be made of it again. Others may have changed it. */
const postedCardSchema = z.object({
  meeting_id: z.number(),
  /** Of the occurrence that it follows; while it waits, of the one to come; '' where nobody knows. */
  meeting_uuid: z.string(),
  meeting_link: z.string(),
  meeting_topic: z.string(),
  meeting_creator_username: z.string(),
  meeting_personal: z.boolean(),
  zoom_card: z.object({
    id: z.string(),
    state: z.enum(CARD_STATES),
    host_user_id: z.string(),
    host_name: z.string(),
    default_topic: z.literal(true).optional(),
    started_at: z.number().optional(),
    passcode: z.string().optional(),
    kind: z.enum(['scheduled', 'webinar']).optional(),
    plan: postedPlanSchema.optional(),
    titled_here: z.literal(true).optional(),
    description: z.string().optional(),
  }),
});

type PostedCard = z.infer<typeof postedCardSchema>;

const signedSchema = z.object({
  zoom_card: z.object({signed: z.object({opened_at: z.number(), signature: z.string()})}),
});

/** Where a post is. '' for its id: it is not posted yet. */
export interface PostPlace {
  postId: string;
  channelId: string;
  rootId: string;
}

/** A post's card, when it was opened, and by what it can be known whether both are as we wrote them. */
export interface SignedCard {
  posted: PostedCard;
  openedAt: number;
  signature: string;
}

/** `undefined`: nothing of ours, or nothing that is signed. */
export function readSignedCard(props: Readonly<Record<string, unknown>>): SignedCard | undefined {
  const posted = postedCardSchema.safeParse(props);
  const signed = signedSchema.safeParse(props);
  if (!posted.success || !signed.success) return undefined;
  const {opened_at: openedAt, signature} = signed.data.zoom_card.signed;
  return {posted: posted.data, openedAt, signature};
}

/** Everything that a signature covers: where the post is, and all that a card is made of. */
export const signedFacts = (
  {postId, channelId, rootId}: PostPlace,
  {posted, openedAt}: Omit<SignedCard, 'signature'>,
): readonly (string | number | boolean | null)[] => [
  postId,
  channelId,
  rootId,
  posted.meeting_id,
  posted.meeting_uuid,
  posted.meeting_link,
  posted.meeting_topic,
  posted.meeting_creator_username,
  posted.zoom_card.id,
  posted.zoom_card.state,
  posted.zoom_card.host_user_id,
  posted.zoom_card.host_name,
  posted.zoom_card.default_topic ?? false,
  posted.zoom_card.started_at ?? null,
  posted.zoom_card.passcode ?? null,
  openedAt,
  // Cards of before were none of these, and verify as they did.
  ...(posted.meeting_personal ? ['personal'] : []),
  ...plannedFacts(posted),
];

/** As one text for each, so that nothing of one can be taken for something of another. */
function plannedFacts({zoom_card: {kind, plan = {}, ...ours}}: PostedCard): readonly string[] {
  if (kind === undefined) return [];
  const {starts_at, next_at, minutes, is_series, registration_url, alternative_hosts, panelists} = plan;
  const planned = [starts_at, next_at, minutes, is_series, registration_url, alternative_hosts, panelists];
  return [kind, JSON.stringify(planned), JSON.stringify([ours.titled_here, ours.description])];
}

/** What the post of this card says. */
export const postedCard = (card: Card): Omit<SignedCard, 'signature'> => ({
  posted: zoomPostProps(card),
  openedAt: card.openedAt,
});

/** Nothing is left to follow. */
export const saysItIsOver = ({posted: {zoom_card: ours}}: SignedCard): boolean => isOverState(ours.state);

/**
 * The card as its post tells it. How Zoom knows its host is not in the post, so questions about it are asked for nobody
 * in particular. Nothing counts as shown: somebody may have changed the words of the post, which are not signed.
 */
export function cardFromPost(
  {postId, channelId, rootId}: PostPlace,
  {posted, openedAt}: SignedCard,
  accountId: string | undefined,
): Card {
  const {meeting_uuid: uuid, zoom_card: ours} = posted;
  const kind = ours.kind ?? (posted.meeting_personal ? 'personal' : 'instant');
  return {
    id: ours.id,
    kind,
    postId,
    channelId,
    rootId,
    host: {userId: ours.host_user_id, username: posted.meeting_creator_username, name: ours.host_name},
    topic: posted.meeting_topic,
    ...(ours.default_topic && {hasDefaultTopic: true}),
    ...plannedFrom(posted, openedAt),
    meeting: {
      number: String(posted.meeting_id),
      ...(uuid !== '' && {uuid}),
      ...(accountId !== undefined && {accountId}),
      joinUrl: posted.meeting_link,
      ...(ours.passcode !== undefined && {passcode: ours.passcode}),
    },
    openedAt,
    shown: '',
    ...(ours.started_at !== undefined && {
      startedAt: ours.started_at,
      ...(uuid !== '' && {occurrence: uuid}),
    }),
    // It is never that of an occurrence to come.
    ...(kindOf({kind}).isUsedAgain && uuid !== '' && {occurrence: uuid}),
  };
}

/** Whatever Zoom says next is newer than its plan. */
function plannedFrom(
  {meeting_topic, zoom_card: {kind, plan, ...ours}}: PostedCard,
  openedAt: number,
): Pick<Card, 'plan' | 'local'> {
  if (kind === undefined) return {};
  const title = ours.titled_here && meeting_topic;
  return {
    ...(plan !== undefined && {plan: planFrom(plan, openedAt)}),
    ...((title ?? ours.description) !== undefined && {
      local: {...(title && {title}), ...(ours.description !== undefined && {description: ours.description})},
    }),
  };
}

const planFrom = (plan: z.infer<typeof postedPlanSchema>, toldAt: number): Plan => ({
  toldAt,
  ...(plan.starts_at !== undefined && {startsAt: plan.starts_at}),
  ...(plan.next_at !== undefined && {nextAt: plan.next_at}),
  ...(plan.minutes !== undefined && {minutes: plan.minutes}),
  ...(plan.is_series && {isSeries: plan.is_series}),
  ...(plan.registration_url !== undefined && {registrationUrl: plan.registration_url}),
  ...(plan.alternative_hosts !== undefined && {alternativeHosts: [...plan.alternative_hosts]}),
  ...(plan.panelists !== undefined && {panelists: [...plan.panelists]}),
});
