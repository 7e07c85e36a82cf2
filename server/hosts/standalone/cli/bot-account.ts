/** By which `init` knows a token of its own again. */
export const TOKEN_NAME = 'Zoom for Mattermost';

/** The role that lets a bot post where members may not: in moderated channels, for example. */
export const POSTS_EVERYWHERE = 'system_post_all';
