import type {PostRecord} from '../mattermost/records.js';
import {type Link, readMarkdown} from './read-markdown.js';
import {type Screen, WIDTH, wrap} from './screen.js';

interface DrawnAttachment {
  title?: string;
  title_link?: string;
  text?: string;
  actions?: readonly DrawnButton[];
}

export interface DrawnButton {
  id: string;
  name: string;
}

/** The number by which a button is pressed. */
export type NumberButton = (button: DrawnButton) => number;

const attachmentsOf = ({props}: Pick<PostRecord, 'props'>): readonly DrawnAttachment[] =>
  (props['attachments'] as readonly DrawnAttachment[] | undefined) ?? [];

/** The content of a post: its message, each attachment with a bar at its side, buttons, addresses. */
export function drawPost(screen: Screen, post: PostRecord, numberButton: NumberButton): string[] {
  const links: Link[] = [];
  const plain = (markdown: string): string => {
    const read = readMarkdown(screen, markdown);
    links.push(...read.links);
    return read.text;
  };
  const message = post.message === '' ? [] : wrap(plain(post.message), WIDTH - 4);
  const attachments = attachmentsOf(post).flatMap(({title, title_link, text, actions = []}) => {
    if (title !== undefined && title_link !== undefined) links.push({label: title, url: title_link});
    return [
      ...(title === undefined ? [] : [`┃ ${screen.bold(title_link === undefined ? plain(title) : title)}`]),
      ...(text === undefined ? [] : wrap(plain(text), WIDTH - 6).map((line) => `┃ ${line}`)),
      ...actions.map(
        (button) => `${screen.bold(`[ ${button.name} ]`)} ${screen.dim(`← press ${numberButton(button)}`)}`,
      ),
    ];
  });
  return [...message, ...attachments, ...drawLinks(screen, links)];
}

/** Each address once, by the first name it has. */
const drawLinks = (screen: Screen, links: readonly Link[]): string[] =>
  links
    .filter(({url}, index) => links.findIndex((other) => other.url === url) === index)
    .map(({url}) => screen.dim(`↗ ${url}`));

/**
 * A box that is open on the right, so that no character's width matters. Lines that `before` lacks are marked as new.
 */
export function frame(
  screen: Screen,
  heading: string,
  lines: readonly string[],
  before: readonly string[] = lines,
): string[] {
  return [
    `${screen.dim('╭─')} ${heading}`,
    ...lines.map((line) =>
      `${screen.dim('│')}${before.includes(line) ? ' ' : screen.fresh('+')} ${line}`.trimEnd(),
    ),
    screen.dim('╰─'),
  ];
}
