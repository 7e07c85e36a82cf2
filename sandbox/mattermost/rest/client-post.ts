import type {PostRecord} from '../records.js';

interface Action {
  id?: string;
  integration?: unknown;
}

/** A post as clients get it, without the addresses of its buttons. */
export function clientPost(post: PostRecord): PostRecord {
  const attachments = post.props['attachments'];
  if (!Array.isArray(attachments)) return post;
  const shown = (attachments as {actions?: Action[] | null}[]).map((attachment) => ({
    ...attachment,
    actions: attachment.actions?.map(({integration: _secret, ...action}) => action),
  }));
  return {...post, props: {...post.props, attachments: shown}};
}
