/** A longer topic does not fit the title of a card on a small screen. */
const AT_MOST = 60;

/** Markdown that would look odd in a title; words with underscores stay whole. */
const MARKS = /```\w*|[`*~#>|]+|!?\[([^\]]*)\]\([^)]*\)|https?:\/\/\S+/g;

/** Makes a topic from a post's first words; `''` if it has none. */
export function topicOf(message: string): string {
  const start = message.slice(0, 1000);
  const words = start
    .replace(MARKS, (_, label?: string) => label ?? '')
    .trim()
    .split(/\s+/);
  let topic = '';
  for (const word of words) {
    const longer = topic === '' ? word : `${topic} ${word}`;
    if ([...longer].length > AT_MOST)
      return topic === '' ? [...word].slice(0, AT_MOST).join('') : `${topic}…`;
    topic = longer;
  }
  return topic;
}
