import * as z from 'zod';
import type {NewChatChannel, NewChatMessage, NewPhoneRecording, NewSummary} from '../archive-actions.js';
import {planFields} from '../api/plan-fields.js';
import {ROUTE_NAMES} from '../api/routes.js';
import type {FaultRule} from '../faults/fault.js';
import {GRANT_TYPES} from '../oauth/grant-types.js';
import type {Joiner} from '../meetings/create-participant.js';
import type {PlanChanges} from '../scheduling/change-plan.js';
import type {NewRegistrant} from '../scheduling/registration.js';
import type {SdkFault} from '../sdk/sdk-fault.js';
import type {HeldBefore} from '../schedule-actions.js';
import type {NewMeeting} from '../state/add-meeting.js';
import type {NewUser} from '../state/add-user.js';
import type {NewWebinar} from '../state/add-webinar.js';
import type {AccountChanges, UserChanges} from '../state/records.js';
import type {WebhookFault} from '../webhooks/webhook-fault.js';
import type {SubscriptionWish} from '../webhooks/subscription.js';
import {MEETING_EVENTS, WEBHOOK_EVENTS} from '../webhooks/webhook-events.js';

const optional = z.exactOptional;

const appType = z.enum(['server_to_server', 'general_user', 'general_admin']);

export const accountChanges = z.strictObject({
  scopes: optional(z.array(z.string())),
  appType: optional(appType),
  redirectUris: optional(z.array(z.string())),
  isActivated: optional(z.boolean()),
  isPublished: optional(z.boolean()),
  isPreApproved: optional(z.boolean()),
  refreshGraceMs: optional(z.number()),
  mayManageUsers: optional(z.boolean()),
  acceptsJwt: optional(z.boolean()),
  waitingRoom: optional(z.boolean()),
  joinBeforeHost: optional(z.boolean()),
  moves: optional(z.enum(['named', 'leftAndJoined'])),
  pastDataLagMs: optional(z.number()),
}) satisfies z.ZodType<AccountChanges>;

/** An app in which everything is right. */
export const rightApp = z.strictObject({appType, redirectUris: optional(z.array(z.string()))});

const status = optional(z.enum(['active', 'pending', 'inactive', 'expired']));
const role = optional(z.enum(['owner', 'admin', 'member']));
const userType = optional(z.literal([1, 2, 4, 99]));

export const newUser = z.object({
  email: z.string(),
  id: optional(z.string()),
  firstName: optional(z.string()),
  lastName: optional(z.string()),
  status,
  verified: optional(z.literal([0, 1])),
  accountId: optional(z.string()),
  type: userType,
  pmi: optional(z.int()),
  hasPersonalRoom: optional(z.boolean()),
  hasWebinars: optional(z.boolean()),
  timezone: optional(z.string()),
  dept: optional(z.string()),
  createdAt: optional(z.number()),
  embedsPasscode: optional(z.boolean()),
  role,
}) satisfies z.ZodType<NewUser>;

export const userChanges = z.strictObject({
  email: optional(z.string()),
  status,
  role,
  type: userType,
  hasPersonalRoom: optional(z.boolean()),
  hasWebinars: optional(z.boolean()),
}) satisfies z.ZodType<UserChanges>;

/** Times: ms since the epoch. */
const plan = {
  topic: optional(z.string()),
  agenda: optional(z.string()),
  startTime: optional(z.number()),
  duration: optional(z.int()),
  timezone: optional(z.string()),
  recurrence: optional(planFields.recurrence.unwrap()),
  password: optional(z.string()),
  settings: optional(planFields.settings.unwrap()),
  capacity: optional(z.int()),
  isLocked: optional(z.boolean()),
  waitingRoom: optional(z.boolean()),
  joinBeforeHost: optional(z.boolean()),
};

export const newMeeting = z.object({
  ...plan,
  hostId: z.string(),
  type: optional(z.literal([1, 2, 3, 4, 8])),
  number: optional(z.int()),
}) satisfies z.ZodType<NewMeeting>;

export const planChanges = z.strictObject(plan) satisfies z.ZodType<PlanChanges>;

/** Without one: all of it. */
export const date = z.object({occurrence: optional(z.string())});

export const newRegistrant = z.object({
  email: z.string(),
  firstName: z.string(),
  lastName: optional(z.string()),
}) satisfies z.ZodType<NewRegistrant>;

export const calendar = z.object({hostId: z.string(), count: z.int().min(1).max(10_000)});

export const heldBefore = z.object({
  startedAt: z.number(),
  minutes: z.number(),
  people: z.array(z.string()),
}) satisfies z.ZodType<HeldBefore>;

export const newWebinar = z.object({
  ...plan,
  hostId: z.string(),
  type: optional(z.literal([5, 6, 9])),
  number: optional(z.int()),
  panelists: optional(z.array(z.object({name: z.string(), email: z.string()}))),
}) satisfies z.ZodType<NewWebinar>;

export const newSummary = z.object({
  title: optional(z.string()),
  content: optional(z.string()),
  isByMailAlone: optional(z.boolean()),
}) satisfies z.ZodType<NewSummary>;

export const newPhoneRecording = z.object({
  user: z.string(),
  callId: optional(z.string()),
  callLogId: optional(z.string()),
  direction: optional(z.enum(['inbound', 'outbound'])),
  callerName: optional(z.string()),
  callerNumber: optional(z.string()),
  calleeName: optional(z.string()),
  calleeNumber: optional(z.string()),
  startedAt: optional(z.number()),
  duration: optional(z.number()),
}) satisfies z.ZodType<NewPhoneRecording>;

export const newChatChannel = z.object({
  name: z.string(),
  type: optional(z.literal([1, 3])),
  members: z.array(z.string()),
}) satisfies z.ZodType<NewChatChannel>;

export const newChatMessage = z.object({
  sender: z.string(),
  to: z.string(),
  text: z.string(),
  at: optional(z.number()),
}) satisfies z.ZodType<NewChatMessage>;

export const decision = z.object({who: z.string(), status: z.enum(['approved', 'pending', 'denied'])});

export const joiner = z.object({
  name: optional(z.string()),
  email: optional(z.string()),
  device: optional(z.enum(['app', 'browser', 'phone'])),
  phoneNumber: optional(z.string()),
}) satisfies z.ZodType<Joiner>;

/** By id or name. */
export const participant = z.object({who: z.string()});

/** Without a room: back to all. */
export const move = z.object({who: z.string(), room: optional(z.string())});

export const newName = z.object({who: z.string(), name: z.string()});

const fault = z.discriminatedUnion('kind', [
  z.object({kind: z.literal('hang'), afterwards: optional(z.boolean())}),
  z.object({kind: z.literal('reset'), afterwards: optional(z.boolean())}),
  z.object({kind: z.literal('slow'), ms: z.number()}),
  z.object({
    kind: z.literal('answer'),
    status: z.int().min(100).max(599),
    body: optional(z.unknown()),
    headers: optional(z.record(z.string(), z.string())),
  }),
  z.object({kind: z.literal('not-json')}),
  z.object({
    kind: z.literal('change'),
    fields: optional(z.record(z.string(), z.unknown())),
    without: optional(z.array(z.string())),
  }),
  z.object({kind: z.literal('huge'), bytes: optional(z.int())}),
  z.object({kind: z.literal('redirect'), location: z.string()}),
]);

export const faultRule = z.object({
  route: z.enum(['*', ...ROUTE_NAMES]),
  grant: optional(z.enum(GRANT_TYPES)),
  fault,
  skip: optional(z.int()),
  times: optional(z.int()),
}) satisfies z.ZodType<FaultRule>;

const event = optional(z.enum(WEBHOOK_EVENTS));

const forMs = optional(z.number());

export const webhookFault = z.discriminatedUnion('kind', [
  z.object({event, forMs, kind: z.literal('drop')}),
  z.object({event, forMs, kind: z.literal('duplicate'), copies: optional(z.int())}),
  z.object({event, forMs, kind: z.literal('delay'), ms: z.number()}),
]) satisfies z.ZodType<WebhookFault>;

export const sdkFault = z.discriminatedUnion('kind', [
  z.object({kind: z.literal('answer'), code: z.int(), message: optional(z.string())}),
  z.object({kind: z.literal('serve'), what: z.enum(['page', 'script', 'nothing'])}),
  z.object({kind: z.literal('unreachable')}),
]) satisfies z.ZodType<SdkFault>;

export const subscriptionWish = z.object({
  url: z.url(),
  shape: optional(z.enum(['today', '2019'])),
  signed: optional(z.boolean()),
  resignsRetries: optional(z.boolean()),
  events: optional(z.array(z.enum(MEETING_EVENTS))),
}) satisfies z.ZodType<SubscriptionWish>;
