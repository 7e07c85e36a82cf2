import type {PostRecord} from '../mattermost/records.js';
import {type Screen, WIDTH, wrap} from './screen.js';

interface DrawnAttachment {
  title?: string;
  text?: string;
  actions?: readonly {id: string; name: string}[];
}

/** A post as lines: who, message, and each attachment with a bar at its side. */
export function drawPost(
  screen: Screen,
  post: PostRecord,
  {author, note}: {author: string; note: string},
): string[] {
  const attachments = (post.props['attachments'] as readonly DrawnAttachment[] | undefined) ?? [];
  return [
    `${screen.bold(author)} ${screen.dim(note)}`,
    ...wrap(plain(post.message), WIDTH - 2).map((line) => `  ${line}`),
    ...attachments.flatMap((attachment) => drawAttachment(screen, attachment)),
  ];
}

function drawAttachment(screen: Screen, {title, text, actions = []}: DrawnAttachment): string[] {
  return [
    ...(title === undefined ? [] : [screen.bold(plain(title))]),
    ...(text === undefined ? [] : wrap(plain(text), WIDTH - 4)),
    ...(actions.length === 0 ? [] : [actions.map(({name}) => `[ ${name} ]`).join('  ')]),
  ].map((line) => `  ┃ ${line}`);
}

/** Markdown as a terminal can show it. */
export const plain = (text: string): string =>
  text
    .replace(/\u200b/g, '')
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, '$1 <$2>')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/\\([\\`*_[\]<>|])/g, '$1');
