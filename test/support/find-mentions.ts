const SYSTEM_MENTIONS = ['@here', '@channel', '@all'];

/**
 * Who a text would notify: the words by which Mattermost finds mentions, as its server splits them
 * (`app/mention_parser_standard.go`), Markdown aside. Names without the sign.
 */
export function findMentions(text: string): string[] {
  return text
    .split(/[^:.\-_@\p{L}\p{N}]/u)
    .filter((word) => word !== '' && !(word.startsWith(':') && word.endsWith(':')))
    .flatMap((word) => mentionsIn(word.replace(/^[:.\-_]+/, '')))
    .map((mention) => mention.slice(1))
    .filter((name) => name !== '');
}

function mentionsIn(word: string): string[] {
  const stem = word.replace(/[.\-:_]+$/, '');
  const isMention = (part: string): boolean =>
    part.startsWith('@') || SYSTEM_MENTIONS.includes(part.toLowerCase());
  return isMention(stem) ? [stem] : stem.split(/[.\-:]/).filter(isMention);
}
