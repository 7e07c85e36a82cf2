import type {CARD_POST_TYPE} from '../../../contract/post-props.js';

/**
 * The part of Mattermost's message attachments that the product uses.
 * Source: https://developers.mattermost.com/integrate/reference/message-attachments/
 */
export interface PostAttachment {
  fallback?: string;
  title?: string;
  title_link?: string;
  text?: string;
  actions?: readonly PostButton[];
}

/** A button of an attachment. `id` is alphanumeric; `integration.context` never reaches a client. */
export interface PostButton {
  id: string;
  type: 'button';
  name: string;
  style: 'default' | 'primary';
  integration: {url: string; context: Readonly<Record<string, unknown>>};
}

/** What one of our posts says. `props` holds only our own props; others on the post are kept. */
export interface PostContent {
  /** '': a message without a card. */
  type: typeof CARD_POST_TYPE | '';
  message: string;
  props: Readonly<Record<string, unknown>>;
}
