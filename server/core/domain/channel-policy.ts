/** Whether meetings may be started in a channel; default: as the settings say for all channels. */
export const CHANNEL_STARTS = ['allow', 'restrict', 'default'] as const;
export type ChannelStarts = (typeof CHANNEL_STARTS)[number];
