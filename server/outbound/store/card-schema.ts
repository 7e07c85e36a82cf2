import {z} from 'zod';
import type {Card, CardMeeting} from '../../core/domain/card.js';

export const cardMeetingSchema: z.ZodType<CardMeeting> = z.object({
  number: z.string(),
  uuid: z.string().optional(),
  hostId: z.string().optional(),
  accountId: z.string().optional(),
  joinUrl: z.string(),
  passcode: z.string().optional(),
});

export const cardSchema: z.ZodType<Card> = z.object({
  id: z.string(),
  postId: z.string(),
  channelId: z.string(),
  rootId: z.string(),
  host: z.object({userId: z.string(), username: z.string(), name: z.string()}),
  topic: z.string(),
  hasDefaultTopic: z.literal(true).optional(),
  meeting: cardMeetingSchema,
  openedAt: z.number(),
  occurrence: z.string().optional(),
  startedAt: z.number().optional(),
  endedAt: z.number().optional(),
  startReceivedAt: z.number().optional(),
  endReceivedAt: z.number().optional(),
  unknownSince: z.number().optional(),
  unknownAt: z.number().optional(),
  shown: z.string(),
  postGone: z.literal(true).optional(),
  postFixed: z.literal(true).optional(),
});
