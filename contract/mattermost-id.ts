/** An id that Mattermost gives: `model.NewId()`. */
export const MATTERMOST_ID = /^[a-z0-9]{26}$/;
