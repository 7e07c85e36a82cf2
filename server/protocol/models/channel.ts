import {gob, type GobValue} from '../../wire/gob/type.js';

/** `model.Channel`. `Type`: O open, P private, D direct, G group; `DeleteAt` other than 0: archived. */
export const channel = gob.struct('Channel', {
  Id: gob.string,
  CreateAt: gob.int,
  UpdateAt: gob.int,
  DeleteAt: gob.int,
  TeamId: gob.string,
  Type: gob.string,
  DisplayName: gob.string,
  Name: gob.string,
});

export const channelMember = gob.struct('ChannelMember', {
  ChannelId: gob.string,
  UserId: gob.string,
  Roles: gob.string,
  SchemeGuest: gob.bool,
  SchemeUser: gob.bool,
  SchemeAdmin: gob.bool,
});

/** `model.Team`, of which only the id is used. */
export const team = gob.struct('Team', {Id: gob.string});

/** `model.ChannelStats`: how many are in it whose accounts are active, guests among them. */
export const channelStats = gob.struct('ChannelStats', {ChannelId: gob.string, MemberCount: gob.int});

export type Channel = GobValue<typeof channel>;
