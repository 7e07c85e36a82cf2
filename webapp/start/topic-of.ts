const MAX_LENGTH = 60;

/** A topic from what a post says: its first line without Markdown's signs, cut between words. */
export function topicOf(message: string): string {
  const line = message.split('\n').find((text) => text.trim() !== '') ?? '';
  const plain = line
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[#>\s\-*\d.]+(?=\S)/, '')
    .replace(/[*_`~|]/g, '')
    .trim();
  if (plain.length <= MAX_LENGTH) return plain;
  const cut = plain.slice(0, MAX_LENGTH);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX_LENGTH / 2)).trimEnd()}…`;
}
