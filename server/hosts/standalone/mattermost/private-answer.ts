import type {PrivateMessage} from '../../../core/ports/chat.js';
import type {Bot} from './bot.js';

/** Under whose name and picture something is said. */
export interface Speaker {
  username: string;
  icon_url: string;
}

/** The bot, where the server lets an answer name its speaker (`EnablePostUsernameOverride`, `…IconOverride`). */
export const speakerOf = ({id, username}: Bot, siteUrl: string): Speaker => ({
  username,
  icon_url: `${siteUrl}/api/v4/users/${id}/image`,
});

/** An answer to a command that its person alone sees. Our texts are Markdown: nothing in them is Slack's. */
export const privateAnswer = ({text, attachments}: PrivateMessage, speaker: Speaker): object => ({
  response_type: 'ephemeral',
  ...speaker,
  text,
  skip_slack_parsing: true,
  ...(attachments !== undefined && {attachments}),
});
