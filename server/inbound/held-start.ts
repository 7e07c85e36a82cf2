import * as z from 'zod';

/** What a start was asked for with, and what its starter has said about it since. */
export interface StartWish {
  userId: string;
  channelId: string;
  rootId: string;
  /** '' for none. */
  topic: string;
  /** Their client draws our cards, with their own buttons. */
  drawsCards: boolean;
  /** They want it besides the meeting that is on. */
  besides?: boolean | undefined;
  meetingId?: 'unique' | 'personal' | undefined;
  /** They know how many people will read it. */
  isForMany?: boolean | undefined;
}

/** The same as a button carries it to its press. */
export type HeldStart = Readonly<{
  channelId: string;
  rootId: string;
  topic: string;
  drawsCards: 'yes' | 'no';
  besides: 'yes' | 'no';
  /** '': they have not said. */
  meetingId: 'unique' | 'personal' | '';
  isForMany: 'yes' | 'no';
}>;

const yesOrNo = z.enum(['yes', 'no']);

/** Of earlier versions, too, which asked less. */
export const heldStart = z.object({
  channelId: z.string(),
  rootId: z.string(),
  topic: z.string(),
  drawsCards: yesOrNo.default('no'),
  besides: yesOrNo.default('no'),
  meetingId: z.enum(['unique', 'personal', '']).default(''),
  isForMany: yesOrNo.default('no'),
});

export const holdStart = ({channelId, rootId, topic, ...wish}: StartWish): HeldStart => ({
  channelId,
  rootId,
  topic,
  drawsCards: wish.drawsCards ? 'yes' : 'no',
  besides: wish.besides === true ? 'yes' : 'no',
  meetingId: wish.meetingId ?? '',
  isForMany: wish.isForMany === true ? 'yes' : 'no',
});

export const wishOf = (
  userId: string,
  held: HeldStart,
): StartWish & {besides: boolean; isForMany: boolean} => ({
  userId,
  channelId: held.channelId,
  rootId: held.rootId,
  topic: held.topic,
  drawsCards: held.drawsCards === 'yes',
  besides: held.besides === 'yes',
  meetingId: held.meetingId === '' ? undefined : held.meetingId,
  isForMany: held.isForMany === 'yes',
});
